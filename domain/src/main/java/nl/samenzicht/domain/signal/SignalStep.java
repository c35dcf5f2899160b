package nl.samenzicht.domain.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/** One thing that was done with a signal. Rows are added and never changed. */
@Entity
@Table(name = "signal_step")
public class SignalStep {

    static final String TABLE = "signal_step";

    /** What was done. */
    public enum Step {
        SENT,
        TAKEN,
        MORE_ASKED,
        MORE_TOLD,
        REFERRED,
        ASSESSED,
        ACCEPTED,
        LINKED,
        CLOSED
    }

    @Id
    private UUID id;

    @Column(name = "signal_id")
    private SignalId signal;

    @Enumerated(EnumType.STRING)
    private Step step;

    private AgencyId agency;

    private ProfessionalId professional;

    @Column(name = "to_agency")
    private AgencyId toAgency;

    private Instant at;

    private byte[] mac;

    protected SignalStep() {}

    SignalStep(
            SignalId signal,
            Step step,
            AgencyId agency,
            ProfessionalId professional,
            Optional<AgencyId> toAgency,
            Instant at) {
        this.id = TimeOrderedId.next();
        this.signal = signal;
        this.step = step;
        this.agency = agency;
        this.professional = professional;
        this.toAgency = toAgency.orElse(null);
        this.at = at;
    }

    SignalStep sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of(TABLE)
                .id(id)
                .id(signal.value())
                .code(step)
                .id(agency.value())
                .id(professional.value())
                .id(toAgency == null ? null : toAgency.value())
                .time(at);
    }

    UUID id() {
        return id;
    }

    Step step() {
        return step;
    }

    AgencyId agency() {
        return agency;
    }

    ProfessionalId professional() {
        return professional;
    }

    Optional<AgencyId> toAgency() {
        return Optional.ofNullable(toAgency);
    }

    Instant at() {
        return at;
    }
}
