package nl.samenzicht.security.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A made-up vocabulary with rules, guards and requests, small enough that they often meet.
 *
 * @param vocabulary its words
 * @param rules its rules
 * @param guards its guards
 * @param requests what is asked
 * @param random for more of the same
 */
record World(Vocabulary vocabulary, List<Rule> rules, List<Guard> guards, List<Facts> requests, Random random) {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    static World of(Random random) {
        var vocabulary = vocabulary(random);
        var rules = new ArrayList<Rule>();
        int size = random.nextInt(4) == 0 ? random.nextInt(200) : random.nextInt(12);
        for (int i = 0; i < size; i++) {
            rules.add(rule(
                    vocabulary, random, "R%03d".formatted(i), random.nextInt(4) == 0 ? Effect.DENY : Effect.PERMIT));
        }
        var guards = new ArrayList<Guard>();
        int guarding = random.nextInt(3);
        for (int i = 0; i < guarding; i++) {
            guards.add(new Guard(
                    "guard " + i,
                    i == 0 ? Reason.RESTRICTED_PROCESSING : Reason.POLICE_EMBARGO,
                    condition(vocabulary, random, 2)));
        }
        var requests = new ArrayList<Facts>();
        for (int i = 0; i < 30; i++) {
            requests.add(facts(vocabulary, random));
        }
        return new World(vocabulary, List.copyOf(rules), List.copyOf(guards), List.copyOf(requests), random);
    }

    PolicyEngine engine() {
        return engine(rules);
    }

    PolicyEngine engine(List<Rule> others) {
        return new PolicyEngine(new Rulebook("world", 1, NOON, vocabulary, others), guards);
    }

    Rule anotherRule(String id, Effect effect) {
        return rule(vocabulary, random, id, effect);
    }

    List<Rule> shuffled() {
        var shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** A question of which these facts are one possible answer: some things are known, the others open. */
    Question questionAbout(Facts facts) {
        var question = Question.in(vocabulary).at(facts.now()).canMeet(facts.canMeet());
        for (var dimension : Dimension.values()) {
            var term = facts.term(dimension);
            if (dimension == Dimension.EMERGENCY) {
                question.emergency(facts.emergency());
            } else if (random.nextBoolean()) {
                term.ifPresentOrElse(known -> question.with(dimension, known), () -> question.without(dimension));
            }
        }
        for (var flag : Flag.values()) {
            if (random.nextBoolean()) {
                question.flag(flag, facts.has(flag));
            }
        }
        return question.build();
    }

    private static Vocabulary vocabulary(Random random) {
        var parents = new LinkedHashMap<String, Optional<String>>();
        int nodes = 1 + random.nextInt(8);
        for (int i = 0; i < nodes; i++) {
            parents.put(
                    "P" + i,
                    i == 0 || random.nextInt(4) == 0 ? Optional.empty() : Optional.of("P" + random.nextInt(i)));
        }
        var builder = Vocabulary.withPurposes(new PurposeTree(parents));
        for (var dimension : Dimension.values()) {
            if (dimension != Dimension.PURPOSE && dimension != Dimension.EMERGENCY && random.nextInt(5) > 0) {
                var terms = new ArrayList<String>();
                int size = 1 + random.nextInt(3);
                for (int i = 0; i < size; i++) {
                    terms.add(dimension.name().substring(0, 3) + i);
                }
                builder.terms(dimension, terms);
            }
        }
        return builder.build();
    }

    private static Rule rule(Vocabulary vocabulary, Random random, String id, Effect effect) {
        var terms = new EnumMap<Dimension, Set<String>>(Dimension.class);
        for (var dimension : Dimension.values()) {
            if (dimension != Dimension.PURPOSE && dimension != Dimension.EMERGENCY && random.nextInt(4) == 0) {
                var some = some(vocabulary.terms(dimension), random);
                if (!some.isEmpty()) {
                    terms.put(dimension, some);
                }
            }
        }
        var obligations = EnumSet.noneOf(Obligation.class);
        if (effect == Effect.PERMIT && random.nextInt(5) == 0) {
            obligations.add(Obligation.values()[random.nextInt(Obligation.values().length)]);
        }
        return new Rule(
                id,
                effect,
                random.nextInt(3) == 0 ? Set.of() : some(vocabulary.purposes().nodes(), random),
                terms,
                random.nextInt(3) == 0,
                Emergency.values()[random.nextInt(3)],
                obligations,
                Citation.NONE);
    }

    private static Condition condition(Vocabulary vocabulary, Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> Condition.has(Flag.values()[random.nextInt(3)]);
            case 1, 2 -> {
                var dimension = Dimension.values()[random.nextInt(Dimension.values().length)];
                yield new Condition.In(dimension, some(vocabulary.terms(dimension), random));
            }
            case 3 ->
                new Condition.And(
                        List.of(condition(vocabulary, random, depth - 1), condition(vocabulary, random, depth - 1)));
            case 4 ->
                new Condition.Or(
                        List.of(condition(vocabulary, random, depth - 1), condition(vocabulary, random, depth - 1)));
            default -> new Condition.Not(condition(vocabulary, random, depth - 1));
        };
    }

    private static Facts facts(Vocabulary vocabulary, Random random) {
        var facts = Facts.in(vocabulary).at(NOON).emergency(random.nextInt(4) == 0);
        for (var dimension : Dimension.values()) {
            var terms = vocabulary.terms(dimension);
            if (dimension != Dimension.EMERGENCY && !terms.isEmpty() && random.nextInt(8) > 0) {
                facts.with(dimension, terms.get(random.nextInt(terms.size())));
            }
        }
        switch (random.nextInt(5)) {
            case 0 -> facts.window(NOON, NOON.plusNanos(1));
            case 1 -> facts.window(NOON.minusSeconds(1), NOON);
            case 2 -> facts.window(NOON.plusNanos(1), NOON.plusSeconds(1));
            case 3 -> facts.alwaysOpen();
            default -> {}
        }
        for (var flag : List.of(Flag.values()).subList(0, 3)) {
            facts.flag(flag, random.nextInt(3) == 0);
        }
        var met = EnumSet.noneOf(Obligation.class);
        for (var obligation : Obligation.values()) {
            if (random.nextInt(3) > 0) {
                met.add(obligation);
            }
        }
        return facts.canMeet(met).build();
    }

    private static Set<String> some(List<String> terms, Random random) {
        var some = new TreeSet<String>();
        for (var term : terms) {
            if (random.nextInt(3) == 0) {
                some.add(term);
            }
        }
        if (some.isEmpty() && !terms.isEmpty()) {
            some.add(terms.get(random.nextInt(terms.size())));
        }
        return some;
    }

    @Override
    public String toString() {
        return "World[%s, %s]".formatted(rules, guards);
    }
}
