package nl.samenzicht.domain.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * One report with what it says now, what was sent of it, and what is still missing.
 *
 * @param version the version that is shown and that a change starts from
 * @param destroyed whether what it said was destroyed with the data of the case; then there are no values, and it can only be taken back
 * @param fields the fields of its task, in the order of the form
 * @param missing what must be filled in before it can be checked
 */
public record ReportView(
        ReportCard card,
        UUID victim,
        int version,
        boolean checked,
        boolean identified,
        boolean destroyed,
        List<ReportField> fields,
        Map<String, String> values,
        List<String> missing,
        List<SentMessage> messages,
        ReportGrounds grounds,
        EntryCode entry) {

    public ReportView {
        fields = List.copyOf(fields);
        missing = List.copyOf(missing);
        messages = List.copyOf(messages);
    }

    /**
     * One message that was sent.
     *
     * @param said exactly what the message said; empty for one that takes the report back
     */
    public record SentMessage(
            UUID id,
            int number,
            MessageKind kind,
            Delivery delivery,
            int attempts,
            Optional<String> problem,
            Instant writtenAt,
            Optional<Instant> deliveredAt,
            Optional<Instant> confirmedAt,
            Map<String, String> said) {}
}
