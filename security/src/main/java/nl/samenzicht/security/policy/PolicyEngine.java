package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides by one rulebook and a fixed list of guards.
 *
 * <p>At construction every rule becomes one bit; per dimension and term there is a row with the rules
 * that accept the term, so that a decision is the intersection of one row per dimension. Rules that deny
 * fill the first words, rules that permit the words after them. Nothing is kept between two decisions.
 * Safe for use by many threads.
 */
public final class PolicyEngine {

    private static final Dimension[] DIMENSIONS = Dimension.values();
    private static final List<Set<Obligation>> OBLIGATION_SETS = obligationSets();
    private static final Decision NO_RULE = new Decision.Deny(List.of(Reason.NO_RULE), List.of(), List.of());

    private final Rulebook rulebook;
    private final List<Guard> guards;
    private final List<Predicate<Facts>> guardTests;
    private final Vocabulary vocabulary;

    private final int words;
    private final int denyWords;
    private final Rule[] ruleOfBit;
    private final int[] obligationsOfBit;
    private final long[] everyRule;
    private final long[] outsideWindow;
    private final long[][] accepting;
    private final int[] statedDimensions;
    private final List<Map<Dimension, BitSet>> statedOfBit = new ArrayList<>();

    /**
     * Compiles the rulebook and the guards.
     *
     * @throws IllegalArgumentException when a guard speaks of the window, which only rules can, or of a
     *     term that the vocabulary does not have
     */
    public PolicyEngine(Rulebook rulebook, List<Guard> guards) {
        this.rulebook = requireNonNull(rulebook, "rulebook");
        this.guards = List.copyOf(guards);
        this.vocabulary = rulebook.vocabulary();
        this.guardTests = this.guards.stream()
                .map(guard -> compile(guard, guard.forbidden()))
                .toList();

        var denies = ofEffect(Effect.DENY);
        var permits = ofEffect(Effect.PERMIT);
        this.denyWords = wordsFor(denies.size());
        this.words = denyWords + wordsFor(permits.size());
        this.ruleOfBit = new Rule[words * Long.SIZE];
        this.obligationsOfBit = new int[words * Long.SIZE];
        this.everyRule = new long[words];
        this.outsideWindow = new long[words];
        this.accepting = new long[DIMENSIONS.length][];
        for (var dimension : DIMENSIONS) {
            accepting[dimension.ordinal()] = new long[(vocabulary.absent(dimension) + 1) * words];
        }
        for (int bit = 0; bit < words * Long.SIZE; bit++) {
            statedOfBit.add(new EnumMap<>(Dimension.class));
        }
        var stated = EnumSet.noneOf(Dimension.class);
        for (int i = 0; i < denies.size(); i++) {
            place(denies.get(i), i, stated);
        }
        for (int i = 0; i < permits.size(); i++) {
            place(permits.get(i), denyWords * Long.SIZE + i, stated);
        }
        this.statedDimensions = stated.stream().mapToInt(Enum::ordinal).toArray();
    }

    /** Returns the rulebook by which this engine decides. */
    public Rulebook rulebook() {
        return rulebook;
    }

    /** Returns the guards, in the order in which they speak. */
    public List<Guard> guards() {
        return guards;
    }

    /**
     * Answers "may I?".
     *
     * @throws IllegalArgumentException when the facts speak another vocabulary than the rulebook
     */
    public Decision decide(Facts facts) {
        requireSameVocabulary(facts.vocabulary());
        boolean open = facts.windowOpen();
        boolean forbidden = isForbidden(facts);
        int denying = count(facts, open, 0, denyWords);
        if (forbidden || denying > 0) {
            return refuse(facts, open, denying);
        }
        int permitting = count(facts, open, denyWords, words);
        return permitting == 0 ? NO_RULE : permit(facts, open, permitting);
    }

    /**
     * Answers "which ones?": the condition on everything that the question leaves open under which
     * {@link #decide} permits.
     *
     * @throws IllegalArgumentException when the question speaks another vocabulary than the rulebook
     */
    public Condition filter(Question question) {
        requireSameVocabulary(question.vocabulary());
        return new Residue(this, question).condition();
    }

    /**
     * Answers "who could, and why?": every agency type, function and purpose for which this is permitted.
     *
     * @param facts what is asked for; what it says of agency type, function and purpose does not matter
     */
    public Explanation explain(Facts facts) {
        requireSameVocabulary(facts.vocabulary());
        var accesses = new ArrayList<Explanation.Access>();
        for (var agencyType : vocabulary.terms(Dimension.AGENCY_TYPE)) {
            for (var function : vocabulary.terms(Dimension.FUNCTION)) {
                for (var purpose : vocabulary.terms(Dimension.PURPOSE)) {
                    var asked = facts.but()
                            .with(Dimension.AGENCY_TYPE, agencyType)
                            .with(Dimension.FUNCTION, function)
                            .with(Dimension.PURPOSE, purpose)
                            .build();
                    if (decide(asked) instanceof Decision.Permit permit) {
                        accesses.add(new Explanation.Access(
                                agencyType, function, purpose, permit.rules(), permit.obligations()));
                    }
                }
            }
        }
        return new Explanation(accesses);
    }

    /**
     * Returns which of these steps, each taken alone, would turn the denial of these facts into a permit;
     * none when they are permitted already.
     *
     * <p>Show them only when {@link Decision.Deny#told} is not {@link Reason#NOTHING_HERE}: a way to open
     * something says that it is there.
     */
    public List<Remedy> whatWouldHelp(Facts facts, List<Step> steps) {
        var remedies = new ArrayList<Remedy>();
        if (decide(facts).permitted()) {
            return List.of();
        }
        for (var step : steps) {
            if (decide(step.change().apply(facts)) instanceof Decision.Permit permit) {
                remedies.add(new Remedy(step, permit));
            }
        }
        return List.copyOf(remedies);
    }

    /**
     * Returns the purposes for which something else would help: choosing one is the first of two steps. Empty when a single
     * step helps, because that is nearer.
     *
     * @param steps what people can do
     */
    public List<Step> whatWouldBeginToHelp(Facts facts, List<Step> steps) {
        if (!whatWouldHelp(facts, steps).isEmpty()) {
            return List.of();
        }
        var others = steps.stream()
                .filter(step -> step.kind() != Step.Kind.CHOOSE_PURPOSE && step.kind() != Step.Kind.BREAK_GLASS)
                .toList();
        return steps.stream()
                .filter(step -> step.kind() == Step.Kind.CHOOSE_PURPOSE)
                .filter(step ->
                        !whatWouldHelp(step.change().apply(facts), others).isEmpty())
                .map(step -> new Step(Step.Kind.ASK_FOR_PURPOSE, step.term(), step.resolves(), step.change()))
                .toList();
    }

    private Decision refuse(Facts facts, boolean open, int denying) {
        var reasons = new ArrayList<Reason>();
        var forbidding = new ArrayList<Guard>();
        for (int i = 0; i < guardTests.size(); i++) {
            if (guardTests.get(i).test(facts)) {
                var guard = guards.get(i);
                forbidding.add(guard);
                if (!reasons.contains(guard.reason())) {
                    reasons.add(guard.reason());
                }
            }
        }
        if (denying > 0) {
            reasons.add(Reason.RULE_DENIES);
        }
        return new Decision.Deny(reasons, matching(facts, open, 0, denyWords, denying), forbidding);
    }

    private Decision permit(Facts facts, boolean open, int permitting) {
        var matching = matching(facts, open, denyWords, words, permitting);
        int demanded = demanded(facts, open);
        int unmet = demanded & ~facts.canMeetBits();
        if (unmet == 0) {
            return new Decision.Permit(matching, OBLIGATION_SETS.get(demanded));
        }
        var demanding = matching.stream()
                .filter(rule -> rule.obligations().stream().anyMatch(each -> (unmet & Facts.bit(each)) != 0))
                .toList();
        return new Decision.Deny(List.of(Reason.OBLIGATION_UNMET), demanding, List.of());
    }

    private boolean isForbidden(Facts facts) {
        for (int i = 0; i < guardTests.size(); i++) {
            if (guardTests.get(i).test(facts)) {
                return true;
            }
        }
        return false;
    }

    /** The rules of one word that match. */
    private long matchingInWord(Facts facts, boolean open, int word) {
        long match = open ? everyRule[word] : outsideWindow[word];
        for (int dimension : statedDimensions) {
            match &= accepting[dimension][facts.number(dimension) * words + word];
            if (match == 0) {
                return 0;
            }
        }
        return match;
    }

    private int count(Facts facts, boolean open, int fromWord, int untilWord) {
        int count = 0;
        for (int word = fromWord; word < untilWord; word++) {
            count += Long.bitCount(matchingInWord(facts, open, word));
        }
        return count;
    }

    private List<Rule> matching(Facts facts, boolean open, int fromWord, int untilWord, int count) {
        if (count == 0) {
            return List.of();
        }
        var matching = new Rule[count];
        int next = 0;
        for (int word = fromWord; word < untilWord; word++) {
            for (long rest = matchingInWord(facts, open, word); rest != 0; rest &= rest - 1) {
                matching[next++] = ruleOfBit[word * Long.SIZE + Long.numberOfTrailingZeros(rest)];
            }
        }
        return List.of(matching);
    }

    private int demanded(Facts facts, boolean open) {
        int demanded = 0;
        for (int word = denyWords; word < words; word++) {
            for (long rest = matchingInWord(facts, open, word); rest != 0; rest &= rest - 1) {
                demanded |= obligationsOfBit[word * Long.SIZE + Long.numberOfTrailingZeros(rest)];
            }
        }
        return demanded;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The bits of all rules that can still match when what the question leaves open is filled in. */
    BitSet candidates(Question question) {
        var bits = new BitSet();
        for (int word = 0; word < words; word++) {
            long match = everyRule[word];
            for (int dimension : statedDimensions) {
                int number = question.number(DIMENSIONS[dimension]);
                if (number != Question.OPEN) {
                    match &= accepting[dimension][number * words + word];
                }
            }
            for (long rest = match; rest != 0; rest &= rest - 1) {
                bits.set(word * Long.SIZE + Long.numberOfTrailingZeros(rest));
            }
        }
        return bits;
    }

    Rule ruleOf(int bit) {
        return ruleOfBit[bit];
    }

    /** The numbers of the terms that a rule states on a dimension, or nothing for any; not to be changed. */
    @Nullable
    BitSet statedOf(int bit, Dimension dimension) {
        return statedOfBit.get(bit).get(dimension);
    }

    /** Whether the rule obliges to something that the caller cannot meet. */
    boolean isUnmet(int bit, int canMeetBits) {
        return (obligationsOfBit[bit] & ~canMeetBits) != 0;
    }

    private List<Rule> ofEffect(Effect effect) {
        return rulebook.rules().stream().filter(rule -> rule.effect() == effect).toList();
    }

    private static int wordsFor(int rules) {
        return (rules + Long.SIZE - 1) / Long.SIZE;
    }

    private void place(Rule rule, int bit, Set<Dimension> stated) {
        int word = bit / Long.SIZE;
        long mask = 1L << bit;
        ruleOfBit[bit] = rule;
        obligationsOfBit[bit] = rule.obligations().stream().mapToInt(Facts::bit).reduce(0, (a, b) -> a | b);
        everyRule[word] |= mask;
        if (!rule.withinWindow()) {
            outsideWindow[word] |= mask;
        }
        for (var dimension : DIMENSIONS) {
            var rows = accepting[dimension.ordinal()];
            var terms = statedTerms(rule, dimension);
            if (terms.isEmpty()) {
                for (int number = 0; number <= vocabulary.absent(dimension); number++) {
                    rows[number * words + word] |= mask;
                }
            } else {
                var numbers = new BitSet();
                stated.add(dimension);
                statedOfBit.get(bit).put(dimension, numbers);
                for (var term : terms) {
                    int number = vocabulary.number(dimension, term);
                    numbers.set(number);
                    rows[number * words + word] |= mask;
                }
            }
        }
    }

    /** The terms that the rule accepts on this dimension; empty for any. */
    private Set<String> statedTerms(Rule rule, Dimension dimension) {
        return switch (dimension) {
            case PURPOSE ->
                rule.purposes().stream()
                        .flatMap(purpose -> vocabulary.purposes().subtree(purpose).stream())
                        .collect(Collectors.toUnmodifiableSet());
            case EMERGENCY ->
                rule.emergency() == Emergency.ANY
                        ? Set.of()
                        : Set.of(rule.emergency().name());
            default -> rule.terms(dimension).orElse(Set.of());
        };
    }

    private Predicate<Facts> compile(Guard guard, Condition condition) {
        if (condition instanceof Condition.And and) {
            var parts = and.parts().stream().map(part -> compile(guard, part)).toList();
            return facts -> {
                for (int i = 0; i < parts.size(); i++) {
                    if (!parts.get(i).test(facts)) {
                        return false;
                    }
                }
                return true;
            };
        } else if (condition instanceof Condition.Or or) {
            var parts = or.parts().stream().map(part -> compile(guard, part)).toList();
            return facts -> {
                for (int i = 0; i < parts.size(); i++) {
                    if (parts.get(i).test(facts)) {
                        return true;
                    }
                }
                return false;
            };
        } else if (condition instanceof Condition.Not not) {
            return compile(guard, not.part()).negate();
        } else if (condition instanceof Condition.In in) {
            int dimension = in.dimension().ordinal();
            var accepted = new boolean[vocabulary.absent(in.dimension()) + 1];
            in.terms().forEach(term -> accepted[vocabulary.number(in.dimension(), term)] = true);
            return facts -> accepted[facts.number(dimension)];
        } else if (condition instanceof Condition.HasFlag flag) {
            int bit = Facts.bit(flag.flag());
            return facts -> (facts.flagBits() & bit) != 0;
        } else if (condition instanceof Condition.WindowOpen) {
            throw new IllegalArgumentException(
                    "Guard '%s' speaks of the window; only rules can".formatted(guard.name()));
        }
        boolean always = condition instanceof Condition.True;
        return facts -> always;
    }

    private void requireSameVocabulary(Vocabulary spoken) {
        if (spoken != vocabulary) {
            throw new IllegalArgumentException(
                    "The question speaks another vocabulary than rulebook '%s'".formatted(rulebook.reference()));
        }
    }

    private static List<Set<Obligation>> obligationSets() {
        var sets = new ArrayList<Set<Obligation>>();
        for (int bits = 0; bits < 1 << Obligation.values().length; bits++) {
            var set = EnumSet.noneOf(Obligation.class);
            for (var obligation : Obligation.values()) {
                if ((bits & Facts.bit(obligation)) != 0) {
                    set.add(obligation);
                }
            }
            sets.add(Collections.unmodifiableSet(set));
        }
        return List.copyOf(sets);
    }
}
