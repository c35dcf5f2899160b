package nl.samenzicht.domain.supervision;

import static java.util.stream.Collectors.toMap;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a quarter came to, generated and never typed.
 *
 * @param until up to when it was counted; the end of the quarter, or earlier while it ran
 * @param rulebook the version in force when it was counted
 * @param tables for each table how many there were, by code
 */
public record Figures(Instant until, String rulebook, Map<String, SortedMap<String, Long>> tables) {
    /** Judgements of lines of samples, by how the last one was, or {@link #OPEN}. */
    public static final String SAMPLES = "SAMPLES";

    /** Judgements of alerts. */
    public static final String ALERTS = "ALERTS";

    /** Judgements of emergency access. */
    public static final String REVIEWS = "REVIEWS";

    /** Requests of persons that came in, by right. */
    public static final String REQUESTS = "REQUESTS";

    /** Personal data breaches that the agency became aware of, by how far their handling is. */
    public static final String BREACHES = "BREACHES";

    /** What nobody judged yet. */
    public static final String OPEN = "OPEN";

    /** What was judged or answered after its term, or not at all when that had passed. */
    public static final String LATE = "LATE";

    public Figures {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    }

    /** All of it for machines; moments are UTC. */
    public JsonObject json() {
        var all = Json.createObjectBuilder();
        tables.forEach((table, counts) -> {
            var each = Json.createObjectBuilder();
            counts.forEach(each::add);
            all.add(table, each);
        });
        return Json.createObjectBuilder()
                .add("until", until.toString())
                .add("rulebook", rulebook)
                .add("tables", all)
                .build();
    }

    static Figures of(JsonObject json) {
        return new Figures(
                Instant.parse(json.getString("until")),
                json.getString("rulebook"),
                json.getJsonObject("tables").entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                table -> counts(table.getValue().asJsonObject()))));
    }

    private static SortedMap<String, Long> counts(JsonObject json) {
        var counts = new TreeMap<String, Long>();
        json.forEach((code, count) -> counts.put(code, ((JsonNumber) count).longValue()));
        return counts;
    }
}
