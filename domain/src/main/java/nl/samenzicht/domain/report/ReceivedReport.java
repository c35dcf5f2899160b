package nl.samenzicht.domain.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyCard;

/**
 * A report as its receiver sees it.
 *
 * @param victim the number by which the reporter speaks of the person; the same in each message
 * @param destroyed whether it was taken back and its reporter has destroyed what it said
 * @param unconfirmed how many messages wait for a receipt
 * @param overlaps other reports that may be about the same person
 */
public record ReceivedReport(
        UUID id,
        AgencyCard reporter,
        ReportTask task,
        ReportBasis basis,
        ReportState state,
        boolean destroyed,
        UUID victim,
        Optional<String> reference,
        int unconfirmed,
        boolean corrected,
        Instant sentAt,
        List<OverlapView> overlaps) {
    public ReceivedReport {
        overlaps = List.copyOf(overlaps);
    }

    /**
     * Another report that may be about the same person.
     *
     * @param sure whether they share a number that one person has; else only a name and a date of birth
     */
    public record OverlapView(UUID report, AgencyCard reporter, Optional<String> reference, boolean sure) {}

    /** A report with what it says. */
    public record Opened(
            ReceivedReport report,
            List<ReportField> fields,
            Map<String, String> values,
            boolean parentsKeptOut,
            nl.samenzicht.security.ledger.EntryCode entry) {
        public Opened {
            fields = List.copyOf(fields);
        }
    }
}
