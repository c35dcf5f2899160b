package nl.samenzicht.domain.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.Regime;

/**
 * A breach of one agency. The row is never changed, and neither is the moment from which its clock runs; what is known of it
 * are rows of {@link BreachVersion}, what is done about it rows of {@link BreachAct}.
 */
@Entity
@Table(name = "breach")
public class Breach implements SealedRow {

    @Id
    private UUID id;

    private AgencyId agency;
    private String number;

    @Enumerated(EnumType.STRING)
    private Regime regime;

    @Column(name = "aware_at")
    private Instant awareAt;

    private UUID origin;

    @Column(name = "told_by")
    private AgencyId toldBy;

    @Column(name = "recorded_by")
    private ProfessionalId recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private byte[] mac;

    protected Breach() {}

    /** One that an agency found itself; the number is such as {@code DL-000042}. */
    Breach(ActingProfessional who, String number, Instant awareAt, Instant at) {
        this.id = TimeOrderedId.next();
        this.agency = who.agency();
        this.number = number;
        this.regime = Regime.of(who.agencyType());
        this.awareAt = awareAt;
        this.recordedBy = who.professional();
        this.recordedAt = at;
    }

    /** One of which an agency is told by another; its clock runs from then. */
    Breach(Breach origin, AgencyId told, Regime regime, String number, ActingProfessional teller, Instant at) {
        this.id = TimeOrderedId.next();
        this.agency = told;
        this.number = number;
        this.regime = regime;
        this.awareAt = at;
        this.origin = origin.id;
        this.toldBy = teller.agency();
        this.recordedBy = teller.professional();
        this.recordedAt = at;
    }

    Breach sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("breach")
                .id(id)
                .id(agency.value())
                .text(number)
                .code(regime)
                .time(awareAt)
                .id(origin)
                .id(toldBy == null ? null : toldBy.value())
                .id(recordedBy.value())
                .time(recordedAt);
    }

    @Override
    public UUID id() {
        return id;
    }

    AgencyId agency() {
        return agency;
    }

    String number() {
        return number;
    }

    Regime regime() {
        return regime;
    }

    Instant awareAt() {
        return awareAt;
    }

    Optional<AgencyId> toldBy() {
        return Optional.ofNullable(toldBy);
    }

    ProfessionalId recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
