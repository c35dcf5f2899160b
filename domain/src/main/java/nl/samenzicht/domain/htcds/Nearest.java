package nl.samenzicht.domain.htcds;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the known word that somebody probably meant. */
final class Nearest {

    private static final int LONGEST = 80;

    private Nearest() {}

    /** The nearest of {@code known}, when no more than a third of the letters differ. */
    static Optional<String> of(String written, Stream<String> known) {
        var word = Standard.plain(written);
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        record Near(String known, int distance) {}
        return known.map(each -> new Near(each, distance(word, Standard.plain(each))))
                .filter(near -> near.distance() <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::known);
    }

    /**
     * How many letters must be added, left out, replaced or swapped with their neighbour.
     *
     * @see <a href="https://doi.org/10.1145/363958.363994">Damerau (1964)</a>, in its optimal string alignment form
     */
    static int distance(String a, String b) {
        var table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                table[i][j] = Math.min(Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1), table[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[a.length()][b.length()];
    }
}
