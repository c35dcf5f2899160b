package nl.samenzicht.domain.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;

/**
 * That an agency, or one named professional of it, takes part in a case for a purpose, on a ground, from a day until a
 * day. Opens nothing by itself. Carries a MAC, because decisions rest on it.
 */
@Entity
@Table(name = "participation")
public class Participation {

    static final String TABLE = "participation";

    @Id
    private UUID id;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    private AgencyId agency;
    private ProfessionalId professional;

    @Enumerated(EnumType.STRING)
    private Part part;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private Ground ground;

    @Column(name = "valid_from")
    private Instant from;

    @Column(name = "valid_until")
    private Instant until;

    @Column(name = "invited_by")
    private ProfessionalId invitedBy;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "ended_by")
    private ProfessionalId endedBy;

    @Column(name = "ended_reason")
    private String endedReason;

    private byte[] mac;

    @Version
    private long version;

    protected Participation() {}

    Participation(
            CaseFileId caseFile,
            AgencyId agency,
            Optional<ProfessionalId> professional,
            Part part,
            Purpose purpose,
            Ground ground,
            Instant from,
            Instant until,
            ProfessionalId invitedBy,
            Instant at) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "Participation ends at '%s', not after it begins at '%s'".formatted(until, from));
        }
        this.id = TimeOrderedId.next();
        this.caseFile = caseFile;
        this.agency = agency;
        this.professional = professional.orElse(null);
        this.part = part;
        this.purpose = purpose;
        this.ground = ground;
        this.from = from;
        this.until = until;
        this.invitedBy = invitedBy;
        this.invitedAt = at;
    }

    /** Ends the participation at once. */
    void end(ProfessionalId by, String reason, Instant at) {
        if (!activeAt(at) && at.isAfter(from)) {
            throw new IllegalStateException("Participation %s has ended at '%s' already".formatted(id, until));
        }
        until = at.isAfter(from) ? at : from.plusNanos(1000);
        endedBy = by;
        endedReason = reason;
    }

    void playsPart(Part newPart) {
        part = newPart;
    }

    boolean activeAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    Participation sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /** Whether the row still is what was written; a row that is not counts as absent. */
    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of(TABLE)
                .id(id)
                .id(caseFile.value())
                .id(agency.value())
                .id(professional == null ? null : professional.value())
                .code(part)
                .code(purpose)
                .code(ground)
                .time(from)
                .time(until);
    }

    UUID id() {
        return id;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    AgencyId agency() {
        return agency;
    }

    Optional<ProfessionalId> professional() {
        return Optional.ofNullable(professional);
    }

    Part part() {
        return part;
    }

    Purpose purpose() {
        return purpose;
    }

    Ground ground() {
        return ground;
    }

    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }
}
