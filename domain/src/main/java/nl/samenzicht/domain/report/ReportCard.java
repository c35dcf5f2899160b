package nl.samenzicht.domain.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.directory.AgencyCard;

/**
 * One report as a list shows it, without what it says.
 *
 * @param draft whether something was changed that is not sent
 * @param problem why its last message did not arrive, as a code
 * @param waiting why somebody should look at it; empty when nothing waits
 */
public record ReportCard(
        UUID id,
        CaseName caseName,
        ReportTask task,
        ReportState state,
        ReportBasis basis,
        AgencyCard receiver,
        Optional<String> reference,
        boolean draft,
        Optional<String> problem,
        Optional<Waiting> waiting,
        String composedBy,
        Instant changedAt) {

    /** Why a report waits for its reporter. */
    public enum Waiting {
        /** The receiver refused it. */
        REFUSED,
        /** It was sent a while ago and nobody confirmed it. */
        UNCONFIRMED,
        /** It was begun a while ago and not sent. */
        OLD_CONCEPT,
        /** What it rested on was withdrawn: it should be taken back. */
        GROUND_GONE,
        /** What it rested on was gone before it had left: nothing was sent, and it is a concept again. */
        STOPPED,
        /** The receiver did not take that it was taken back, and still has it. */
        WITHDRAWAL_REFUSED
    }
}
