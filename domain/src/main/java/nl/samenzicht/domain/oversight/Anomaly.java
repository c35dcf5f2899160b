package nl.samenzicht.domain.oversight;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LoggedEntry;

/**
 * What a rule found.
 *
 * @param professional whom it is about; empty when it is about the agency as a whole
 * @param people everybody whose acts are among the lines; none of them may judge it
 * @param day the day in Amsterdam, or the Monday where a rule looks at weeks
 * @param caseId the one case that it is about, for rules that look at one
 * @param lines the lines that it rests on, the earliest first
 * @param figures what was counted, in the order in which the sentence of the rule names it
 */
record Anomaly(
        AnomalyRule rule,
        Optional<ProfessionalId> professional,
        Set<ProfessionalId> people,
        LocalDate day,
        Optional<UUID> caseId,
        List<EntryCode> lines,
        List<Long> figures) {

    Anomaly {
        people = Set.copyOf(people);
        lines = List.copyOf(lines);
        figures = List.copyOf(figures);
    }

    /** One about what somebody did. */
    static Anomaly of(
            AnomalyRule rule,
            ProfessionalId who,
            LocalDate day,
            Optional<UUID> caseId,
            List<LoggedEntry> lines,
            long... figures) {
        return new Anomaly(
                rule,
                Optional.of(who),
                Set.of(who),
                day,
                caseId,
                codes(lines),
                java.util.Arrays.stream(figures).boxed().toList());
    }

    /** One about what many did together. */
    static Anomaly ofAgency(AnomalyRule rule, LocalDate day, List<LoggedEntry> lines, long... figures) {
        var people = lines.stream()
                .map(line -> line.event().actor().professional())
                .filter(Objects::nonNull)
                .collect(toCollection(LinkedHashSet::new));
        return new Anomaly(
                rule,
                Optional.empty(),
                people,
                day,
                Optional.empty(),
                codes(lines),
                java.util.Arrays.stream(figures).boxed().toList());
    }

    private static List<EntryCode> codes(List<LoggedEntry> lines) {
        return lines.stream().map(LoggedEntry::code).toList();
    }

    /** The same, resting on other lines. */
    Anomaly restingOn(List<EntryCode> others) {
        return new Anomaly(rule, professional, people, day, caseId, others, figures);
    }
}
