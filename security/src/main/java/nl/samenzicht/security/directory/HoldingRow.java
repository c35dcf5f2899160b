package nl.samenzicht.security.directory;

import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import org.jspecify.annotations.Nullable;

/**
 * A row of who holds which function, with where they work: what its MAC is made over. Agency and type belong to it, because
 * neither ever changes and a decision rests on them as much as on the function.
 */
public record HoldingRow(
        UUID id,
        ProfessionalId professional,
        AgencyId agency,
        AgencyType agencyType,
        Function function,
        @Nullable ProfessionalId proposedBy,
        Instant proposedAt,
        @Nullable ProfessionalId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable ProfessionalId endedBy) {

    /** Whether the row is as we wrote it; one that is not counts as absent. */
    public boolean sound(byte[] mac, RowMac macs) {
        return macs.matches(mac, fields());
    }

    /** Whether the function holds at this moment. */
    public boolean activeAt(Instant moment) {
        return from != null && !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    byte[] mac(RowMac macs) {
        return macs.of(fields());
    }

    private Canonical fields() {
        return Canonical.of("function_holding")
                .id(id)
                .id(professional.value())
                .id(agency.value())
                .code(agencyType)
                .code(function)
                .id(value(proposedBy))
                .time(proposedAt)
                .id(value(decidedBy))
                .time(decidedAt)
                .time(from)
                .time(until)
                .id(value(endedBy));
    }

    private static @Nullable UUID value(@Nullable ProfessionalId id) {
        return id == null ? null : id.value();
    }
}
