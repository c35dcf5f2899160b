package nl.samenzicht.security.policy;

import java.util.ArrayList;
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

    /** On the side of the window, 0 stands for closed and 1 for open. */
    private static final int OPEN = 1;

    private static final BitSet ONLY_OPEN = BitSet.valueOf(new long[] {1L << OPEN});
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final PolicyEngine engine;
    private final Question question;
    private final Vocabulary vocabulary;
    private final Dimension[] open;
    private final BitSet[] everything;

    Residue(PolicyEngine engine, Question question) {
        this.engine = engine;
        this.question = question;
        this.vocabulary = engine.vocabulary();
        var stillOpen = new ArrayList<Dimension>();
        for (var dimension : DIMENSIONS) {
            if (question.isOpen(dimension)) {
                stillOpen.add(dimension);
            }
        }
        this.open = stillOpen.toArray(Dimension[]::new);
        this.everything = new BitSet[open.length + 1];
        for (int i = 0; i < open.length; i++) {
            everything[i] = filled(vocabulary.absent(open[i]) + 1);
        }
        everything[open.length] = filled(2);
    }

    Condition condition() {
        var ofRules = ofRules();
        if (ofRules instanceof Condition.False) {
            return ofRules;
        }
        var parts = new ArrayList<Condition>();
        for (var guard : engine.guards()) {
            parts.add(Condition.not(fillIn(guard.forbidden())));
        }
        parts.add(ofRules);
        return Condition.allOf(parts);
    }

    private Condition ofRules() {
        var permits = new ArrayList<Box>();
        var denies = new ArrayList<Box>();
        var candidates = engine.candidates(question);
        for (int bit = candidates.nextSetBit(0); bit >= 0; bit = candidates.nextSetBit(bit + 1)) {
            var refuses = engine.ruleOf(bit).effect() == Effect.DENY || engine.isUnmet(bit, question.canMeetBits());
            (refuses ? denies : permits).add(boxOf(bit));
        }
        if (permits.isEmpty()) {
            return Condition.never();
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

    private Box boxOf(int bit) {
        var sides = everything.clone();
        for (int i = 0; i < open.length; i++) {
            var stated = engine.statedOf(bit, open[i]);
            if (stated != null) {
                sides[i] = stated;
            }
        }
        if (engine.ruleOf(bit).withinWindow()) {
            sides[open.length] = ONLY_OPEN;
        }
        return new Box(sides);
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
        var alternatives = new ArrayList<List<Condition>>();
        boxes.forEach(box -> alternatives.add(new ArrayList<>()));
        for (int side = 0; side < everything.length; side++) {
            if (isShared(boxes, side)) {
                shared.add(sideOf(boxes.get(0), side));
            } else {
                for (int i = 0; i < boxes.size(); i++) {
                    alternatives.get(i).add(sideOf(boxes.get(i), side));
                }
            }
        }
        var parts = new ArrayList<Condition>();
        alternatives.forEach(sides -> parts.add(Condition.allOf(sides)));
        shared.add(Condition.anyOf(parts));
        return Condition.allOf(shared);
    }

    private static boolean isShared(List<Box> boxes, int side) {
        var first = boxes.get(0).sides[side];
        for (var box : boxes) {
            if (!box.sides[side].equals(first)) {
                return false;
            }
        }
        return true;
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
        var terms = vocabulary.terms(dimension);
        var names = new TreeSet<String>();
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            names.add(terms.get(number));
        }
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
            if (inner == outer) {
                return true;
            }
            for (int number = inner.nextSetBit(0); number >= 0; number = inner.nextSetBit(number + 1)) {
                if (!outer.get(number)) {
                    return false;
                }
            }
            return true;
        }
    }
}
