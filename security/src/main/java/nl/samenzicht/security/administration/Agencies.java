package nl.samenzicht.security.administration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * The agencies that take part, as the platform administrator sees them: no case, and of the people only the managers.
 *
 * @param entry the line in the log of this look
 */
public record Agencies(List<Row> rows, List<Staff.WaitingReset> resets, boolean mayInvite, EntryCode entry) {
    public Agencies {
        rows = List.copyOf(rows);
        resets = List.copyOf(resets);
    }

    /**
     * One agency.
     *
     * @param municipality the code of the municipality that it is or works for
     * @param signed whether it signed the rulebook in force
     * @param managers those who manage its people
     * @param waiting managers who wait for the platform, because the agency has no second one to agree
     */
    public record Row(
            AgencyCard agency,
            Optional<String> municipality,
            Instant since,
            boolean signed,
            List<ManagerCard> managers,
            List<ManagerProposal> waiting) {
        public Row {
            managers = List.copyOf(managers);
            waiting = List.copyOf(waiting);
        }
    }

    /** A manager, and whether the invitation was accepted. */
    public record ManagerCard(ProfessionalId id, String name, boolean accepted) {}

    /** Somebody whom the only manager proposed as a manager beside them. */
    public record ManagerProposal(UUID holding, String name, String proposedBy, Instant at) {}
}
