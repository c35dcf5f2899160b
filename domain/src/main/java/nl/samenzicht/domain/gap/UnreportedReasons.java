package nl.samenzicht.domain.gap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The reasons that can be given for not reporting yet: data with a validity and a source, in {@code gap/reasons.tsv}, because
 * the duty to report is under discussion.
 */
final class UnreportedReasons {
    private static final String FILE = "/gap/reasons.tsv";
    private static final List<Reason> REASONS = read();

    /** What must be written out, as it says nothing by itself. */
    static final String OTHER = "OTHER";

    private UnreportedReasons() {}

    private record Reason(String code, LocalDate from, Optional<LocalDate> until) {}

    /** The codes that can be chosen on a day in Amsterdam, in the order of the list. */
    static List<String> on(LocalDate day) {
        return REASONS.stream()
                .filter(each -> !day.isBefore(each.from()))
                .filter(each -> each.until().map(day::isBefore).orElse(true))
                .map(Reason::code)
                .toList();
    }

    private static List<Reason> read() {
        try (var in = UnreportedReasons.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Reason(
                            cells[0],
                            LocalDate.parse(cells[1]),
                            Optional.of(cells[2]).filter(day -> !day.isEmpty()).map(LocalDate::parse)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
