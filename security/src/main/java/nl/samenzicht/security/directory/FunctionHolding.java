package nl.samenzicht.security.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.keys.RowMac;

/**
 * One function of one professional: proposed by somebody, agreed to or not, in force for a while.
 * Nobody proposes or decides about their own.
 */
@Entity
@Table(name = "function_holding")
class FunctionHolding {
    @Id
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "professional_id")
    @Convert(converter = ProfessionalIdConverter.class)
    private ProfessionalId professional;

    @Column(name = "held_function")
    @Enumerated(EnumType.STRING)
    private Function function;

    @Column(name = "proposed_by")
    @Convert(converter = ProfessionalIdConverter.class)
    private ProfessionalId proposedBy;

    @Column(name = "proposed_at")
    @Convert(converter = InstantConverter.class)
    private Instant proposedAt;

    @Column(name = "decided_by")
    @Convert(converter = ProfessionalIdConverter.class)
    private ProfessionalId decidedBy;

    @Column(name = "decided_at")
    @Convert(converter = InstantConverter.class)
    private Instant decidedAt;

    @Column(name = "from_at")
    @Convert(converter = InstantConverter.class)
    private Instant from;

    @Column(name = "until_at")
    @Convert(converter = InstantConverter.class)
    private Instant until;

    @Column(name = "ended_by")
    @Convert(converter = ProfessionalIdConverter.class)
    private ProfessionalId endedBy;

    private byte[] mac;

    @Version
    private int version;

    protected FunctionHolding() {}

    private FunctionHolding(ProfessionalId professional, Function function, ProfessionalId proposedBy, Instant at) {
        if (professional.equals(proposedBy)) {
            throw new IllegalArgumentException(
                    "professional " + professional + " cannot propose a function for themselves");
        }
        this.id = TimeOrderedId.next();
        this.professional = professional;
        this.function = function;
        this.proposedBy = proposedBy;
        this.proposedAt = at;
    }

    /** A function that waits for a second person. */
    static FunctionHolding proposed(ProfessionalId professional, Function function, ProfessionalId by, Instant at) {
        return new FunctionHolding(professional, function, by, at);
    }

    /** A function that starts at once; one that reads content or the log never does, outside the first set-up. */
    static FunctionHolding started(ProfessionalId professional, Function function, ProfessionalId by, Instant at) {
        var holding = new FunctionHolding(professional, function, by, at);
        holding.from = at;
        return holding;
    }

    /** Signs the row as it is now, for somebody who works at this agency. */
    FunctionHolding sign(Agency agency, RowMac macs) {
        mac = row(agency).mac(macs);
        return this;
    }

    /** Whether the row is as we wrote it, for somebody who works at this agency. */
    boolean sound(Agency agency, RowMac macs) {
        return row(agency).sound(mac, macs);
    }

    private HoldingRow row(Agency agency) {
        return new HoldingRow(
                id,
                professional,
                agency.id(),
                agency.type(),
                function,
                proposedBy,
                proposedAt,
                decidedBy,
                decidedAt,
                from,
                until,
                endedBy);
    }

    UUID id() {
        return id;
    }

    ProfessionalId professional() {
        return professional;
    }

    Function function() {
        return function;
    }

    ProfessionalId proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    boolean activeAt(Instant moment) {
        return from != null && !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    boolean waiting() {
        return from == null && until == null && decidedAt == null;
    }

    /** Starts the function; the one who agrees is neither the holder nor the one who proposed it. */
    void agree(ProfessionalId by, Instant at) {
        decide(by, at);
        from = at;
    }

    void decline(ProfessionalId by, Instant at) {
        decide(by, at);
    }

    /** Takes a proposal back; only the one who made it can. */
    void withdraw(ProfessionalId by, Instant at) {
        if (!waiting()) {
            throw new IllegalStateException("function holding " + id + " waits for nobody");
        }
        if (!by.equals(proposedBy)) {
            throw new IllegalArgumentException("professional " + by + " did not propose function holding " + id);
        }
        decidedBy = by;
        decidedAt = at;
    }

    /** Puts a proposal aside because its holder leaves; whoever proposed it may do that as well. */
    void drop(ProfessionalId by, Instant at) {
        if (by.equals(proposedBy)) {
            withdraw(by, at);
        } else {
            decline(by, at);
        }
    }

    private void decide(ProfessionalId by, Instant at) {
        if (!waiting()) {
            throw new IllegalStateException("function holding " + id + " waits for nobody");
        }
        if (by.equals(professional) || by.equals(proposedBy)) {
            throw new IllegalArgumentException("professional " + by + " cannot decide about function holding " + id);
        }
        decidedBy = by;
        decidedAt = at;
    }

    void end(ProfessionalId by, Instant at) {
        if (until != null || from == null) {
            throw new IllegalStateException("function holding " + id + " is not in force");
        }
        until = at.isBefore(from) ? from : at;
        endedBy = by;
    }
}
