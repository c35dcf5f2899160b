package nl.samenzicht.security.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a rulebook and its guards once everything known has been filled in.
 *
 * <p>Each rule that can still match is a {@link Box}: per open dimension the terms that it accepts. The
 * rules that deny are cut out of those that permit, so that what is left is a plain union without "not",
 * from which parts that all boxes have in common are taken out in front. An index can use that.
 */
final class Residue {

    /** Above this many boxes the union is no longer worth it, and the denials stay a "not". */
    private static final int MOST_BOXES = 64;

    private static final int CLOSED = 0;
    private static final int OPEN = 1;

    private final PolicyEngine engine;
    private final Question question;
    private final Vocabulary vocabulary;
    private final Dimension[] open;
    private final BitSet[] everything;

    Residue(PolicyEngine engine, Question question) {
        this.engine = engine;
        this.question = question;
        this.vocabulary = engine.vocabulary();
        this.open = Arrays.stream(Dimension.values()).filter(question::isOpen).toArray(Dimension[]::new);
        this.everything = new BitSet[open.length + 1];
        for (int i = 0; i < open.length; i++) {
            everything[i] = filled(vocabulary.absent(open[i]) + 1);
        }
        everything[open.length] = filled(2);
    }

    Condition condition() {
        var parts = new ArrayList<Condition>();
        for (var guard : engine.guards()) {
            parts.add(Condition.not(fillIn(guard.forbidden())));
        }
        parts.add(ofRules());
        return Condition.allOf(parts);
    }

    private Condition ofRules() {
        var permits = new ArrayList<Box>();
        var denies = new ArrayList<Box>();
        for (var rule : engine.rulebook().rules()) {
            if (mayMatch(rule)) {
                var refuses = rule.effect() == Effect.DENY || isUnmet(rule);
                (refuses ? denies : permits).add(boxOf(rule));
            }
        }
        var left = simplify(permits);
        for (var deny : simplify(denies)) {
            var cut = new ArrayList<Box>();
            left.forEach(box -> cut.addAll(box.without(deny)));
            left = simplify(cut);
            if (left.size() > MOST_BOXES) {
                return Condition.allOf(union(simplify(permits)), Condition.not(union(simplify(denies))));
            }
        }
        return union(left);
    }

    private boolean mayMatch(Rule rule) {
        for (var dimension : Dimension.values()) {
            int number = question.number(dimension);
            var terms = engine.statedTerms(rule, dimension);
            if (number != Question.OPEN
                    && !terms.isEmpty()
                    && (number == vocabulary.absent(dimension)
                            || !terms.contains(vocabulary.terms(dimension).get(number)))) {
                return false;
            }
        }
        return true;
    }

    private boolean isUnmet(Rule rule) {
        return rule.obligations().stream().anyMatch(each -> (question.canMeetBits() & Facts.bit(each)) == 0);
    }

    private Box boxOf(Rule rule) {
        var sides = new BitSet[everything.length];
        for (int i = 0; i < open.length; i++) {
            var terms = engine.statedTerms(rule, open[i]);
            sides[i] = terms.isEmpty() ? everything[i] : numbers(open[i], terms);
        }
        sides[open.length] = everything[open.length];
        if (rule.withinWindow()) {
            sides[open.length] = new BitSet();
            sides[open.length].set(OPEN);
        }
        return new Box(sides);
    }

    private BitSet numbers(Dimension dimension, Set<String> terms) {
        var numbers = new BitSet();
        terms.forEach(term -> numbers.set(vocabulary.number(dimension, term)));
        return numbers;
    }

    /** Leaves out boxes that lie in another, and joins boxes that differ in one dimension only. */
    private static List<Box> simplify(List<Box> given) {
        var boxes = new ArrayList<>(given);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < boxes.size() && !changed; i++) {
                for (int j = 0; j < boxes.size() && !changed; j++) {
                    if (i != j && boxes.get(j).contains(boxes.get(i))) {
                        boxes.remove(i);
                        changed = true;
                    } else if (i < j) {
                        var joined = boxes.get(i).joinedWith(boxes.get(j));
                        if (joined != null) {
                            boxes.set(i, joined);
                            boxes.remove(j);
                            changed = true;
                        }
                    }
                }
            }
        }
        return boxes;
    }

    private Condition union(List<Box> boxes) {
        if (boxes.isEmpty()) {
            return Condition.never();
        }
        var shared = new ArrayList<Condition>();
        var differing = new ArrayList<Integer>();
        for (int i = 0; i < everything.length; i++) {
            int side = i;
            var first = boxes.get(0).sides[i];
            if (boxes.stream().allMatch(box -> box.sides[side].equals(first))) {
                shared.add(sideOf(boxes.get(0), i));
            } else {
                differing.add(i);
            }
        }
        var alternatives = boxes.stream()
                .map(box -> Condition.allOf(
                        differing.stream().map(side -> sideOf(box, side)).toList()))
                .toList();
        shared.add(Condition.anyOf(alternatives));
        return Condition.allOf(shared);
    }

    private Condition sideOf(Box box, int side) {
        var accepted = box.sides[side];
        if (accepted.equals(everything[side])) {
            return Condition.always();
        }
        if (side == open.length) {
            var within = new Condition.WindowOpen(question.now());
            return accepted.get(OPEN) ? within : Condition.not(within);
        }
        int absent = vocabulary.absent(open[side]);
        if (!accepted.get(absent)) {
            return new Condition.In(open[side], names(open[side], accepted));
        }
        var rejected = (BitSet) everything[side].clone();
        rejected.andNot(accepted);
        return Condition.not(new Condition.In(open[side], names(open[side], rejected)));
    }

    private Set<String> names(Dimension dimension, BitSet numbers) {
        var names = new TreeSet<String>();
        numbers.stream().mapToObj(vocabulary.terms(dimension)::get).forEach(names::add);
        return names;
    }

    private Condition fillIn(Condition condition) {
        if (condition instanceof Condition.And and) {
            return Condition.allOf(and.parts().stream().map(this::fillIn).toList());
        } else if (condition instanceof Condition.Or or) {
            return Condition.anyOf(or.parts().stream().map(this::fillIn).toList());
        } else if (condition instanceof Condition.Not not) {
            return Condition.not(fillIn(not.part()));
        } else if (condition instanceof Condition.In in) {
            return fillIn(in);
        } else if (condition instanceof Condition.HasFlag flag && question.knows(flag.flag())) {
            return question.has(flag.flag()) ? Condition.always() : Condition.never();
        }
        return condition;
    }

    private Condition fillIn(Condition.In in) {
        int number = question.number(in.dimension());
        if (number == Question.OPEN) {
            return in;
        }
        boolean holds = number < vocabulary.absent(in.dimension())
                && in.terms().contains(vocabulary.terms(in.dimension()).get(number));
        return holds ? Condition.always() : Condition.never();
    }

    private static BitSet filled(int size) {
        var bits = new BitSet(size);
        bits.set(0, size);
        return bits;
    }

    /** Per open dimension, and last for the window, the numbers that are accepted; never changed. */
    private record Box(BitSet[] sides) {

        boolean contains(Box inner) {
            for (int i = 0; i < sides.length; i++) {
                if (!isWithin(inner.sides[i], sides[i])) {
                    return false;
                }
            }
            return true;
        }

        /** The union of both, when that is a box too because they differ on one side only. */
        @Nullable
        Box joinedWith(Box other) {
            int differs = -1;
            for (int i = 0; i < sides.length; i++) {
                if (!sides[i].equals(other.sides[i])) {
                    if (differs >= 0) {
                        return null;
                    }
                    differs = i;
                }
            }
            var union = (BitSet) sides[differs].clone();
            union.or(other.sides[differs]);
            return with(differs, union);
        }

        /** What is left of this box when the other is cut out of it, as boxes that do not overlap. */
        List<Box> without(Box other) {
            for (int i = 0; i < sides.length; i++) {
                if (!sides[i].intersects(other.sides[i])) {
                    return List.of(this);
                }
            }
            var left = new ArrayList<Box>();
            var rest = this;
            for (int i = 0; i < sides.length; i++) {
                var outside = (BitSet) rest.sides[i].clone();
                outside.andNot(other.sides[i]);
                if (!outside.isEmpty()) {
                    left.add(rest.with(i, outside));
                    var inside = (BitSet) rest.sides[i].clone();
                    inside.and(other.sides[i]);
                    rest = rest.with(i, inside);
                }
            }
            return left;
        }

        private Box with(int side, BitSet accepted) {
            var changed = sides.clone();
            changed[side] = accepted;
            return new Box(changed);
        }

        private static boolean isWithin(BitSet inner, BitSet outer) {
            var outside = (BitSet) inner.clone();
            outside.andNot(outer);
            return outside.isEmpty();
        }
    }
}
