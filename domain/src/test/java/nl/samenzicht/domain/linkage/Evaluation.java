package nl.samenzicht.domain.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LinkageKey;
import nl.samenzicht.security.keys.LinkageKeys;

/** Holds labelled people against one another as the product does: compounds, keyed records, weights. */
public final class Evaluation {

    /** One candidate pair with its score. */
    public record Scored(double score, boolean match, int asked, int kept, Comparison comparison) {}

    /** How much is found, and how much of what is found is right, from one score on. */
    public record Point(double limit, double precision, double recall) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "from %.2f: precision %.4f, recall %.4f", limit, precision, recall);
        }
    }

    private final LabelledPeople people;
    private final List<Scored> scored;
    private final long pairs;

    /** The same with only the best that is found for each of those that are asked for, as a question is answered. */
    public Evaluation bestOfEach() {
        var seen = new HashSet<Integer>();
        return new Evaluation(
                people, scored.stream().filter(each -> seen.add(each.asked())).toList());
    }

    /** The same where nobody that is kept answers two questions either, as two files are linked; the best pairs go first. */
    public Evaluation oneToOne() {
        var asked = new HashSet<Integer>();
        var kept = new HashSet<Integer>();
        return new Evaluation(
                people,
                scored.stream()
                        .filter(each -> !asked.contains(each.asked()) && !kept.contains(each.kept()))
                        .peek(each -> {
                            asked.add(each.asked());
                            kept.add(each.kept());
                        })
                        .toList());
    }

    private Evaluation(LabelledPeople people, List<Scored> scored) {
        this.people = people;
        this.scored = scored;
        this.pairs = people.pairs();
    }

    public static Evaluation of(LabelledPeople people, Weights weights) {
        var key = new LinkageKeys(KeyFolder.inMemory()).current();
        var records = records(people, key);
        var scored = new ArrayList<Scored>();
        var digests =
                people.asked().stream().map(each -> new Digest(each.persona())).toList();
        people.eachCandidate(weights.frequencies(), (asked, kept) -> {
            var comparison = PersonRecord.compare(digests.get(asked), records.get(kept), key);
            scored.add(new Scored(weights.score(comparison), people.same(asked, kept), asked, kept, comparison));
        });
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return new Evaluation(people, scored);
    }

    private static List<byte[]> records(LabelledPeople people, LinkageKey key) {
        return people.kept().stream()
                .map(each -> PersonRecord.of(new Digest(each.persona()), key))
                .toList();
    }

    public List<Scored> scored() {
        return scored;
    }

    public LabelledPeople people() {
        return people;
    }

    /** The part of the pairs that is not found by any compound. */
    public double blockingLoss() {
        return 1 - (double) scored.stream().filter(Scored::match).count() / pairs;
    }

    /** What holds from this score on. */
    public Point at(double limit) {
        long right = scored.stream()
                .filter(each -> each.score() >= limit && each.match())
                .count();
        long all = scored.stream().filter(each -> each.score() >= limit).count();
        return new Point(limit, all == 0 ? 1 : (double) right / all, (double) right / pairs);
    }

    /** The point with the most recall of those with at least this precision. */
    public Point best(double precision) {
        var best = new Point(Double.POSITIVE_INFINITY, 1, 0);
        int right = 0;
        for (int i = 0; i < scored.size(); i++) {
            right += scored.get(i).match() ? 1 : 0;
            boolean last = i + 1 == scored.size()
                    || scored.get(i + 1).score() < scored.get(i).score();
            if (last && right >= precision * (i + 1)) {
                best = new Point(scored.get(i).score(), (double) right / (i + 1), (double) right / pairs);
            }
        }
        return best;
    }

    /** Points of the curve, from few and sure to many and less so. */
    public List<Point> curve() {
        return List.of(1.0, 0.9995, 0.999, 0.998, 0.995, 0.99, 0.98, 0.95, 0.9).stream()
                .map(this::best)
                .toList();
    }
}
