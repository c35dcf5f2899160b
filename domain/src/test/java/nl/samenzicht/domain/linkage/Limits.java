package nl.samenzicht.domain.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Chooses from which score on an answer is right often enough, on labelled people.
 *
 * <p>A wrong answer needs a stranger who scores above the limit and above the person themselves. Few do, so counting them is
 * chance; instead the scores of people and the best scores of strangers are held against one another, each with each, as if
 * they were independent. That a question has one right answer is part of it.
 */
public final class Limits {

    private final double[] own;
    private final double[] strangers;

    private Limits(double[] own, double[] strangers) {
        this.own = own;
        this.strangers = strangers;
        Arrays.sort(own);
        Arrays.sort(strangers);
    }

    /**
     * Takes the scores of persons from all sets and those of strangers from the largest list, which is as long as the one that
     * will be looked in is taken to be.
     */
    public static Limits of(List<LabelledPeople> sets, LabelledPeople longest, Weights weights) {
        var own = sets.stream().flatMapToDouble(set -> own(set, weights)).toArray();
        return new Limits(own, strangers(longest, weights));
    }

    private static DoubleStream own(LabelledPeople set, Weights weights) {
        var evaluation = Evaluation.of(set, weights);
        var found = evaluation.scored().stream()
                .filter(Evaluation.Scored::match)
                .mapToDouble(Evaluation.Scored::score)
                .toArray();
        return DoubleStream.concat(
                Arrays.stream(found),
                DoubleStream.generate(() -> Double.NEGATIVE_INFINITY).limit(set.pairs() - found.length));
    }

    private static double[] strangers(LabelledPeople set, Weights weights) {
        var best = new HashMap<Integer, Double>();
        for (var each : Evaluation.of(set, weights).scored()) {
            if (!each.match()) {
                best.merge(each.asked(), each.score(), Math::max);
                if (set.oneList()) {
                    best.merge(each.kept(), each.score(), Math::max);
                }
            }
        }
        return DoubleStream.concat(
                        best.values().stream().mapToDouble(score -> score),
                        DoubleStream.generate(() -> Double.NEGATIVE_INFINITY)
                                .limit(set.asked().size() - best.size()))
                .toArray();
    }

    /** The lowest limit from which this part of answers is expected to be right. */
    public double expecting(double precision) {
        return expecting(precision, 1);
    }

    /** The same where nobody that is kept answers two questions, so that a stranger must outdo two persons. */
    public double expectingOneToOne(double precision) {
        return expecting(precision, 2);
    }

    private double expecting(double precision, int outdone) {
        double wrong = 0;
        double right = 0;
        double limit = Double.POSITIVE_INFINITY;
        int person = own.length - 1;
        int stranger = strangers.length - 1;
        while (person >= 0 || stranger >= 0) {
            double score = Math.max(
                    person < 0 ? Double.NEGATIVE_INFINITY : own[person],
                    stranger < 0 ? Double.NEGATIVE_INFINITY : strangers[stranger]);
            if (score == Double.NEGATIVE_INFINITY) {
                break;
            }
            if (person >= 0 && own[person] == score) {
                right += (stranger + 1.0) / strangers.length / own.length;
                person--;
            } else {
                wrong += Math.pow((person + 1.0) / own.length, outdone) / strangers.length;
                stranger--;
            }
            if (right >= precision * (right + wrong)) {
                limit = score;
            }
        }
        return limit;
    }
}
