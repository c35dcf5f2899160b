package nl.samenzicht.domain.supervision;

import java.time.Instant;
import java.util.List;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * The report on a quarter.
 *
 * @param agency the name of the agency
 * @param now the figures as they are now, for a version that is not written yet
 * @param versions what was written, the last one first
 * @param maySupervise whether the one who looks may write a version
 * @param entry the line in the log of this look
 */
public record QuarterReport(
        Quarter quarter, String agency, Figures now, List<Version> versions, boolean maySupervise, EntryCode entry) {
    public QuarterReport {
        versions = List.copyOf(versions);
    }

    /** One version, with its figures as they were then. */
    public record Version(int serial, Figures figures, String words, String by, Instant at) {}
}
