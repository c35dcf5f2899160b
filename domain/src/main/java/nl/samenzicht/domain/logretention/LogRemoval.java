package nl.samenzicht.domain.logretention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.store.Concerns;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.ledger.LogRemovals.Due;
import org.jspecify.annotations.Nullable;

/**
 * The oldest months of the log that somebody proposed to remove, and what came of it. Two people of the platform decide, and
 * a privacy officer of any agency can stop it. The log is of all, so each agency's verification looks at these rows.
 */
@Entity
@Table(name = "log_removal")
@Concerns("r.agency = :agency or r.agency <> :agency")
public class LogRemoval implements SealedRow {
    /** So long the privacy officers have to object. */
    public static final Duration TIME_TO_OBJECT = Duration.ofDays(14);

    @Id
    private UUID id;

    private AgencyId agency;

    @Enumerated(EnumType.STRING)
    private LogRemovalState state;

    @Column(name = "first_line")
    private long firstLine;

    @Column(name = "last_line")
    private long lastLine;

    @Column(name = "first_month")
    private String firstMonth;

    @Column(name = "last_month")
    private String lastMonth;

    @Column(name = "term_months")
    private int termMonths;

    @Column(name = "sealed_why")
    private byte[] sealedWhy;

    @Column(name = "proposed_by")
    private ProfessionalId proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "decided_by")
    private @Nullable ProfessionalId decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "objected_by")
    private @Nullable ProfessionalId objectedBy;

    @Column(name = "objecting_agency")
    private @Nullable AgencyId objectingAgency;

    @Column(name = "sealed_objection")
    private byte @Nullable [] sealedObjection;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private byte[] mac;

    @Version
    private long version;

    protected LogRemoval() {}

    LogRemoval(UUID id, Due due, int termMonths, byte[] sealedWhy, ActingProfessional who, Instant at) {
        this.id = id;
        this.agency = who.agency();
        this.state = LogRemovalState.PROPOSED;
        this.firstLine = due.first();
        this.lastLine = due.last();
        this.firstMonth = due.firstMonth().toString();
        this.lastMonth = due.lastMonth().toString();
        this.termMonths = termMonths;
        this.sealedWhy = sealedWhy.clone();
        this.proposedBy = who.professional();
        this.proposedAt = at;
    }

    /**
     * Agrees to it.
     *
     * @throws NotPossible when the same person proposed it, or it does not wait for an answer any more
     */
    void approve(ProfessionalId by, Instant at) {
        if (by.equals(proposedBy)) {
            throw new NotPossible("retention.error.own-proposal");
        }
        decide(LogRemovalState.APPROVED, by, at);
    }

    /** Refuses it, or takes it back. */
    void refuse(ProfessionalId by, Instant at) {
        decide(LogRemovalState.REFUSED, by, at);
    }

    private void decide(LogRemovalState next, ProfessionalId by, Instant at) {
        require(LogRemovalState.PROPOSED);
        state = next;
        decidedBy = by;
        decidedAt = at;
    }

    /** Stops it, as a privacy officer may until it is begun. */
    void object(ActingProfessional who, byte[] sealedWords, Instant at) {
        require(LogRemovalState.APPROVED);
        state = LogRemovalState.OBJECTED;
        objectedBy = who.professional();
        objectingAgency = who.agency();
        sealedObjection = sealedWords.clone();
        endedAt = at;
    }

    private void require(LogRemovalState wanted) {
        if (state != wanted) {
            throw new NotPossible("retention.error.gone");
        }
    }

    /** Whether the time to object has passed. */
    boolean mayBeginAt(Instant at) {
        return state == LogRemovalState.APPROVED && !at.isBefore(earliest().orElseThrow());
    }

    void begin() {
        move(LogRemovalState.APPROVED, LogRemovalState.BEGUN);
    }

    void stop(Instant at) {
        move(LogRemovalState.BEGUN, LogRemovalState.STOPPED);
        endedAt = at;
    }

    void removed(Instant at) {
        move(LogRemovalState.BEGUN, LogRemovalState.REMOVED);
        endedAt = at;
    }

    private void move(LogRemovalState from, LogRemovalState to) {
        if (state != from) {
            throw new IllegalStateException("Removal %s cannot become '%s': it is '%s'".formatted(id, to, state));
        }
        state = to;
    }

    LogRemoval sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("log_removal")
                .id(id)
                .id(agency.value())
                .code(state)
                .number(firstLine)
                .number(lastLine)
                .text(firstMonth)
                .text(lastMonth)
                .number(termMonths)
                .bytes(sealedWhy)
                .id(proposedBy.value())
                .time(proposedAt)
                .id(decidedBy == null ? null : decidedBy.value())
                .time(decidedAt)
                .id(objectedBy == null ? null : objectedBy.value())
                .id(objectingAgency == null ? null : objectingAgency.value())
                .bytes(sealedObjection)
                .time(endedAt);
    }

    @Override
    public UUID id() {
        return id;
    }

    AgencyId agency() {
        return agency;
    }

    LogRemovalState state() {
        return state;
    }

    Due due() {
        return new Due(firstLine, lastLine, YearMonth.parse(firstMonth), YearMonth.parse(lastMonth), 0);
    }

    int termMonths() {
        return termMonths;
    }

    byte[] sealedWhy() {
        return sealedWhy;
    }

    ProfessionalId proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    Optional<ProfessionalId> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** When it can be carried out at the earliest, once it is agreed on. */
    Optional<Instant> earliest() {
        return decidedAt().map(at -> at.plus(TIME_TO_OBJECT));
    }

    Optional<AgencyId> objectingAgency() {
        return Optional.ofNullable(objectingAgency);
    }

    Optional<byte[]> sealedObjection() {
        return Optional.ofNullable(sealedObjection);
    }
}
