package nl.samenzicht.web.api;

import java.util.List;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.domain.officer.LogPage;
import nl.samenzicht.security.ledger.LogPosition;

/** The log as the interface writes it, as far as this officer may know it. */
public final class LogJson {

    private LogJson() {}

    /** One line. */
    public record Line(
            String code,
            Long place,
            String at,
            String outcome,
            String action,
            String who,
            String function,
            AgencyJson agency,
            String job,
            String caseNumber,
            String category,
            String purpose,
            boolean emergency,
            int items,
            List<AgencyJson> recipients,
            String rulebook,
            List<String> rules,
            String reason) {
        static Line of(LogLine line) {
            var event = line.event();
            return new Line(
                    line.code().value(),
                    line.position().isPresent() ? line.position().getAsLong() : null,
                    line.at().toString(),
                    event.outcome().name(),
                    event.action(),
                    line.who().orElse(null),
                    line.function().orElse(null),
                    line.agency().map(AgencyJson::of).orElse(null),
                    line.job().orElse(null),
                    line.caseName().map(CaseName::number).orElse(null),
                    line.category().orElse(null),
                    line.purpose().orElse(null),
                    event.emergency(),
                    event.items().size(),
                    line.recipients().stream().map(AgencyJson::of).toList(),
                    event.rulebook(),
                    event.rules(),
                    line.reason().orElse(null));
        }
    }

    /**
     * A page of the log, newest first.
     *
     * @param next what {@code after} must be for the next page; absent when this is the last
     */
    public record Page(List<Line> lines, String next, String logEntry) {
        static Page of(LogPage page) {
            return new Page(
                    page.lines().stream().map(Line::of).toList(),
                    page.next().map(Page::written).orElse(null),
                    page.entry().value());
        }

        private static String written(LogPosition place) {
            return place.at() + "_" + place.number();
        }
    }
}
