package nl.samenzicht.domain.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import org.jspecify.annotations.Nullable;

/** Keeps the items of one agency in one case or signal from being destroyed, through a last day or until two people lift it. */
@Entity
@Table(name = "legal_hold")
public class LegalHold implements SealedRow {

    static final String TABLE = "legal_hold";

    @Id
    private UUID id;

    private CaseFileId dossier;

    private AgencyId agency;

    @Enumerated(EnumType.STRING)
    private HoldReason reason;

    @Column(name = "sealed_why")
    private byte[] sealedWhy;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "placed_by")
    private ProfessionalId placedBy;

    @Column(name = "placed_at")
    private Instant placedAt;

    @Column(name = "lift_asked_by")
    private @Nullable ProfessionalId liftAskedBy;

    @Column(name = "lifted_by")
    private @Nullable ProfessionalId liftedBy;

    @Column(name = "lifted_at")
    private @Nullable Instant liftedAt;

    private byte[] mac;

    @Version
    private long version;

    protected LegalHold() {}

    LegalHold(
            UUID id,
            CaseFileId dossier,
            HoldReason reason,
            byte[] sealedWhy,
            LocalDate lastDay,
            ActingProfessional who,
            Instant at) {
        this.id = id;
        this.dossier = dossier;
        this.agency = who.agency();
        this.reason = reason;
        this.sealedWhy = sealedWhy.clone();
        this.lastDay = lastDay;
        this.placedBy = who.professional();
        this.placedAt = at;
    }

    /** Whether it holds on a day in Amsterdam. */
    boolean holdsOn(LocalDate day) {
        return liftedAt == null && !day.isAfter(lastDay);
    }

    /** Asks that it be lifted; somebody else must agree. */
    void askToLift(ProfessionalId by) {
        requireNotLifted();
        liftAskedBy = by;
    }

    /** Lifts it, as somebody else asked. */
    void lift(ProfessionalId by, Instant at) {
        requireNotLifted();
        if (liftAskedBy == null) {
            throw new NotPossible("retention.error.lift-not-asked");
        }
        if (liftAskedBy.equals(by)) {
            throw new NotPossible("retention.error.own-proposal");
        }
        liftedBy = by;
        liftedAt = at;
    }

    private void requireNotLifted() {
        if (liftedAt != null) {
            throw new NotPossible("retention.error.gone");
        }
    }

    LegalHold sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /**
     * Whether the row still is what was written. One that is not goes on to hold, because it can only keep; it cannot be
     * lifted, only end.
     */
    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of(TABLE)
                .id(id)
                .id(dossier.value())
                .id(agency.value())
                .code(reason)
                .bytes(sealedWhy)
                .day(lastDay)
                .id(placedBy.value())
                .time(placedAt)
                .id(liftAskedBy == null ? null : liftAskedBy.value())
                .id(liftedBy == null ? null : liftedBy.value())
                .time(liftedAt);
    }

    @Override
    public UUID id() {
        return id;
    }

    CaseFileId dossier() {
        return dossier;
    }

    AgencyId agency() {
        return agency;
    }

    HoldReason reason() {
        return reason;
    }

    /** Forgets why; it is to be signed anew. */
    LegalHold forget(byte[] sealedNothing) {
        sealedWhy = sealedNothing;
        return this;
    }

    byte[] sealedWhy() {
        return sealedWhy;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    ProfessionalId placedBy() {
        return placedBy;
    }

    Optional<ProfessionalId> liftAskedBy() {
        return Optional.ofNullable(liftAskedBy);
    }
}
