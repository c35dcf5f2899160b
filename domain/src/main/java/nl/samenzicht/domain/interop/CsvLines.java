package nl.samenzicht.domain.interop;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.csv.CsvFile;
import nl.samenzicht.domain.officer.LinesPart;
import nl.samenzicht.security.directory.AgencyCard;
import org.jspecify.annotations.Nullable;

/** Writes lines of the log as comma-separated values. Times are UTC, with microseconds. */
final class CsvLines implements LogLines {
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

    @Override
    public String heading() {
        return CsvFile.BYTE_ORDER_MARK + CsvFile.line(HEADER);
    }

    @Override
    public String written(LinesPart.Line taken) {
        var line = taken.line();
        var event = line.event();
        return CsvFile.line(List.of(
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
                line.caseName().map(CaseName::number).or(line::signal).orElse(""),
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

    private static String text(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("");
    }
}
