package nl.samenzicht.domain.oversight;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.security.directory.ProfessionalId;

/**
 * One version of all thresholds of an agency.
 *
 * @param version 1 is what comes with the product; an agency counts on from there
 * @param source why they are so, in the words of who set them; empty for the product's own, where each has its article
 * @param articles the article or norm behind each, which a new version keeps
 * @param setBy who set them; empty for the product's own
 */
public record ThresholdSet(
        int version,
        Map<Threshold, Integer> values,
        Map<Threshold, String> articles,
        Optional<String> source,
        Optional<ProfessionalId> setBy,
        Optional<Instant> setAt) {

    private static final String FILE = "/oversight/thresholds-1.tsv";
    private static final ThresholdSet STANDARD = load();

    public ThresholdSet {
        values = Map.copyOf(values);
        articles = Map.copyOf(articles);
        for (var threshold : Threshold.values()) {
            var value = values.get(threshold);
            if (value == null || !threshold.allows(value)) {
                throw new IllegalArgumentException("Threshold %s cannot be '%s': it lies from %d to %d"
                        .formatted(threshold, value, threshold.least(), threshold.most()));
            }
        }
    }

    /** What comes with the product. The numbers are defaults of the product; the articles say what they serve. */
    public static ThresholdSet standard() {
        return STANDARD;
    }

    /** The value of one threshold. */
    public int of(Threshold threshold) {
        return values.get(threshold);
    }

    /** A later version with other values. */
    ThresholdSet followedBy(int next, Map<Threshold, Integer> others, String why, ProfessionalId by, Instant at) {
        return new ThresholdSet(next, others, articles, Optional.of(why), Optional.of(by), Optional.of(at));
    }

    private static ThresholdSet load() {
        var values = new EnumMap<Threshold, Integer>(Threshold.class);
        var articles = new EnumMap<Threshold, String>(Threshold.class);
        try (var file =
                new BufferedReader(new InputStreamReader(ThresholdSet.class.getResourceAsStream(FILE), UTF_8))) {
            file.lines().skip(1).map(line -> line.split("\t")).forEach(cells -> {
                var threshold = Threshold.valueOf(cells[0]);
                values.put(threshold, Integer.valueOf(cells[1]));
                articles.put(threshold, cells[2]);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ThresholdSet(1, values, articles, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
