package nl.samenzicht.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures several contestants in turns within each round, and gives the median of each. */
final class Rounds {

    /** Does the work once or many times, and says how many times. */
    interface Contestant {
        long work() throws Exception;
    }

    private Rounds() {}

    /**
     * Returns nanoseconds per piece of work, the median over the rounds, per contestant.
     *
     * @param warmUpMillis how long each contestant works before anything counts
     * @param rounds how many rounds count
     * @param roundMillis how long each contestant works in a round
     */
    static Map<String, Double> medians(
            Map<String, Contestant> contestants, long warmUpMillis, int rounds, long roundMillis) throws Exception {
        for (var contestant : contestants.values()) {
            nanosPerPiece(contestant, warmUpMillis);
        }
        var found = new LinkedHashMap<String, List<Double>>();
        contestants.keySet().forEach(name -> found.put(name, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (var contestant : contestants.entrySet()) {
                found.get(contestant.getKey()).add(nanosPerPiece(contestant.getValue(), roundMillis));
            }
        }
        var medians = new LinkedHashMap<String, Double>();
        found.forEach((name, values) -> medians.put(
                name, median(values.stream().mapToDouble(Double::doubleValue).toArray())));
        return medians;
    }

    private static double nanosPerPiece(Contestant contestant, long millis) throws Exception {
        long pieces = 0;
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        long now = start;
        while (now < end) {
            pieces += contestant.work();
            now = System.nanoTime();
        }
        return (double) (now - start) / pieces;
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Returns the value that 95 of 100 values do not exceed, by nearest rank. */
    static double p95(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }
}
