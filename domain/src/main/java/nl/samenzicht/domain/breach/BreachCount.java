package nl.samenzicht.domain.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.domain.store.Concerns;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;

/** What was counted from the log for a breach, as it was then. Rows are added and never changed; the last one holds. */
@Entity
@Table(name = "breach_count")
@Concerns("r.breach in (select b.id from Breach b where b.agency = :agency)")
public class BreachCount implements BreachRow {

    @Id
    private UUID id;

    private UUID breach;
    private int serial;

    @Column(name = "sealed_count")
    private byte[] sealedCount;

    @Column(name = "counted_by")
    private ProfessionalId countedBy;

    @Column(name = "counted_at")
    private Instant countedAt;

    private byte[] mac;

    protected BreachCount() {}

    /** A new count; the serial counts those of the breach, from 1. */
    BreachCount(
            UUID breach,
            int serial,
            AffectedQuestion asked,
            Affected found,
            ProfessionalId by,
            Instant at,
            Sealer sealer) {
        this.id = TimeOrderedId.next();
        this.breach = breach;
        this.serial = serial;
        this.sealedCount = sealer.seal(place(), BreachText.of(asked, found));
        this.countedBy = by;
        this.countedAt = at;
    }

    private String place() {
        return "breach-count:" + id;
    }

    /** What was asked. */
    AffectedQuestion asked(Sealer sealer) {
        return BreachText.question(sealer.open(place(), sealedCount));
    }

    /** What was found. */
    Affected found(Sealer sealer) {
        return BreachText.affected(sealer.open(place(), sealedCount));
    }

    BreachCount sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("breach_count")
                .id(id)
                .id(breach)
                .number(serial)
                .bytes(sealedCount)
                .id(countedBy.value())
                .time(countedAt);
    }

    @Override
    public UUID breach() {
        return breach;
    }

    @Override
    public int serial() {
        return serial;
    }

    ProfessionalId countedBy() {
        return countedBy;
    }

    Instant countedAt() {
        return countedAt;
    }
}
