package nl.samenzicht.domain.officer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.directory.AgencyCard;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines of the log as comma-separated values that a spreadsheet shows and does not run.
 *
 * <p>Every cell is quoted; one that begins with a sign with which a spreadsheet begins a formula gets an apostrophe in
 * front (OWASP, CSV injection). Times are UTC, with microseconds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class LogCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> HEADER = List.of(
            "code",
            "place",
            "time_utc",
            "outcome",
            "action",
            "life_cycle",
            "emergency",
            "professional",
            "function",
            "agency",
            "job",
            "case",
            "category",
            "purpose",
            "regime",
            "items",
            "recipients",
            "ground",
            "consent",
            "share",
            "rulebook",
            "rules",
            "reason",
            "masked_fields",
            "access_point");

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

    LogCsv() {
        row(HEADER);
    }

    void add(LogLine line) {
        var event = line.event();
        row(List.of(
                line.code().value(),
                line.position().isPresent() ? Long.toString(line.position().getAsLong()) : "",
                line.at().toString(),
                event.outcome().name(),
                event.action(),
                String.valueOf(event.lifeCycle().code()),
                event.emergency() ? "1" : "0",
                line.who().orElse(""),
                line.function().orElse(""),
                line.agency().map(AgencyCard::name).orElse(""),
                line.job().orElse(""),
                line.caseName().map(CaseName::number).orElse(""),
                line.category().orElse(""),
                line.purpose().orElse(""),
                text(event.regime()),
                event.items().stream()
                        .map(item -> item.item() + "@" + item.version())
                        .collect(Collectors.joining(" ")),
                line.recipients().stream().map(AgencyCard::name).collect(Collectors.joining("; ")),
                text(event.ground()),
                text(event.consentId()),
                text(event.shareId()),
                text(event.rulebook()),
                String.join(" ", event.rules()),
                line.reason().orElse(""),
                String.join(" ", event.maskedFields()),
                text(event.actor().accessPoint())));
    }

    byte[] content() {
        return text.toString().getBytes(UTF_8);
    }

    private void row(List<String> cells) {
        text.append(cells.stream().map(LogCsv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    static String cell(String value) {
        var safe = value;
        if (!value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0) {
            safe = "'" + value;
        }
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String text(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("");
    }
}
