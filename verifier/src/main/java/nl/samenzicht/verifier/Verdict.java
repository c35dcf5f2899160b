package nl.samenzicht.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenzicht.tlog.Cosignature;

/**
 * What the verifier found.
 *
 * @param origin the log that the bundle says it is of
 * @param size how many lines the signed state is over
 * @param lines how many were read
 * @param readable how many of them could be read, not only their hash
 * @param removal the last removal after the term that the log itself speaks of; all lines through its last one are gone
 * @param made when the log says that it was exported; {@link Instant#EPOCH} when that cannot be believed
 * @param checkpoints how many signed states held
 * @param witnesses the largest state that each witness cosigned
 * @param found what is wrong, at most {@link #MOST_FOUND}; empty when the bundle is whole
 * @param omitted how much more is wrong
 */
public record Verdict(
        String origin,
        long size,
        long lines,
        long readable,
        Optional<Removal> removal,
        Instant made,
        int checkpoints,
        List<Witnessed> witnesses,
        List<Found> found,
        long omitted) {
    /** So many flaws are named; more are counted. */
    public static final int MOST_FOUND = 100;

    /** Freezes the lists. */
    public Verdict {
        witnesses = List.copyOf(witnesses);
        found = List.copyOf(found);
    }

    /** One flaw, with what is filled in in its sentence. */
    public record Found(Flaw flaw, List<String> args) {
        static Found of(Flaw flaw, Object... args) {
            return new Found(
                    flaw, java.util.Arrays.stream(args).map(String::valueOf).toList());
        }
    }

    /** That a witness saw the log at this size. */
    public record Witnessed(Cosignature cosignature, long size) {}

    /** Whether nothing is wrong. */
    public boolean whole() {
        return found.isEmpty();
    }

    /** The verdict for programs: one JSON object. */
    public String json(Words words) {
        var flaws = found.stream()
                .map(each -> "{\"kind\":%s,\"args\":[%s],\"text\":%s}"
                        .formatted(
                                quoted(each.flaw().code()),
                                each.args().stream().map(Verdict::quoted).collect(Collectors.joining(",")),
                                quoted(words.sentence(each))))
                .collect(Collectors.joining(","));
        var seen = witnesses.stream()
                .map(each -> "{\"name\":%s,\"size\":%d,\"at\":%s}"
                        .formatted(
                                quoted(each.cosignature().witness().name()),
                                each.size(),
                                quoted(each.cosignature().at().toString())))
                .collect(Collectors.joining(","));
        return "{\"whole\":%b,\"log\":%s,\"size\":%d,\"lines\":%d,\"readable\":%d,\"removed\":%d,"
                        .formatted(whole(), quoted(origin), size, lines, readable, removed())
                + removal.map(Verdict::json).orElse("")
                + "\"made\":%s,\"checkpoints\":%d,".formatted(quoted(made.toString()), checkpoints)
                + "\"witnesses\":[%s],\"findings\":[%s],\"omitted\":%d}".formatted(seen, flaws, omitted);
    }

    /** How many lines, from the first on, were removed after their term. */
    public long removed() {
        return removal.map(Removal::last).orElse(0L);
    }

    private static String json(Removal removal) {
        return "\"removal\":{\"through\":%s,\"term\":%d,\"proposed\":%s,\"approved\":%s},"
                .formatted(
                        quoted(removal.lastMonth().toString()),
                        removal.termMonths(),
                        quoted(removal.proposedBy().toString()),
                        quoted(removal.approvedBy().toString()));
    }

    static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append("\\u%04x".formatted(c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
