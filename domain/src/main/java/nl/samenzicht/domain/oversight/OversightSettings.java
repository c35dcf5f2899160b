package nl.samenzicht.domain.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * What an agency's oversight goes by, as its officers see it.
 *
 * @param versions the thresholds, the ones in force first; the last one is the product's own
 * @param marks the cases that are watched now
 * @param colleagues whom a mark can name
 * @param maySet whether the one who asks may set them
 * @param entry the line in the log of this look
 */
public record OversightSettings(
        List<Version> versions,
        List<MarkView> marks,
        List<ProfessionalCard> colleagues,
        boolean maySet,
        EntryCode entry) {
    public OversightSettings {
        versions = List.copyOf(versions);
        marks = List.copyOf(marks);
        colleagues = List.copyOf(colleagues);
    }

    /** The thresholds in force. */
    public ThresholdSet inForce() {
        return versions.get(0).thresholds();
    }

    /** One version, with the name of who set it. */
    public record Version(ThresholdSet thresholds, Optional<String> by) {}

    /**
     * A case that is watched.
     *
     * @param caseName empty when the agency never had to do with the case
     * @param colleague the name of whom the mark is about
     */
    public record MarkView(
            UUID id,
            Optional<CaseName> caseName,
            MarkKind kind,
            Optional<String> colleague,
            String why,
            String by,
            Instant at) {}
}
