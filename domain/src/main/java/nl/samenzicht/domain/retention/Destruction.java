package nl.samenzicht.domain.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.ledger.EntryCode;
import org.jspecify.annotations.Nullable;

/** Items of one agency that somebody proposed to destroy, and what came of it. Two people, never one. */
@Entity
@Table(name = "destruction")
public class Destruction implements SealedRow {

    static final String TABLE = "destruction";

    @Id
    private UUID id;

    private AgencyId agency;

    @Enumerated(EnumType.STRING)
    private DestructionBasis basis;

    @Enumerated(EnumType.STRING)
    private DestructionState state;

    private int terms;
    private int items;
    private byte[] digest;

    @Column(name = "sealed_why")
    private byte @Nullable [] sealedWhy;

    @Column(name = "proposed_by")
    private ProfessionalId proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "decided_by")
    private @Nullable ProfessionalId decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "destroyed_at")
    private @Nullable Instant destroyedAt;

    private @Nullable String certificate;

    private byte[] mac;

    @Version
    private long version;

    protected Destruction() {}

    Destruction(
            UUID id,
            DestructionBasis basis,
            ProposedItems list,
            byte @Nullable [] sealedWhy,
            ActingProfessional who,
            Instant at) {
        this.id = id;
        this.agency = who.agency();
        this.basis = basis;
        this.state = DestructionState.PROPOSED;
        this.terms = RetentionTerms.VERSION;
        this.items = list.items().size();
        this.digest = list.digest();
        this.sealedWhy = sealedWhy;
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
        decide(DestructionState.APPROVED, by, at);
    }

    /** Refuses it, or takes it back. */
    void refuse(ProfessionalId by, Instant at) {
        decide(DestructionState.REFUSED, by, at);
    }

    private void decide(DestructionState next, ProfessionalId by, Instant at) {
        if (state != DestructionState.PROPOSED) {
            throw new NotPossible("retention.error.gone");
        }
        state = next;
        decidedBy = by;
        decidedAt = at;
    }

    /** Ends it before anything was destroyed. */
    void stop() {
        move(DestructionState.APPROVED, DestructionState.STOPPED);
    }

    void destroyed(Instant at) {
        move(DestructionState.APPROVED, DestructionState.DESTROYED);
        destroyedAt = at;
    }

    void certified(EntryCode line) {
        move(DestructionState.DESTROYED, DestructionState.CERTIFIED);
        certificate = line.value();
    }

    private void move(DestructionState from, DestructionState to) {
        if (state != from) {
            throw new IllegalStateException("Destruction %s cannot become '%s': it is '%s'".formatted(id, to, state));
        }
        state = to;
    }

    /** Whether this is the list that was proposed. */
    boolean isOf(ProposedItems list) {
        return items == list.items().size() && Arrays.equals(digest, list.digest());
    }

    Destruction sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of(TABLE)
                .id(id)
                .id(agency.value())
                .code(basis)
                .code(state)
                .number(terms)
                .number(items)
                .bytes(digest)
                .bytes(sealedWhy)
                .id(proposedBy.value())
                .time(proposedAt)
                .id(decidedBy == null ? null : decidedBy.value())
                .time(decidedAt)
                .time(destroyedAt)
                .text(certificate);
    }

    @Override
    public UUID id() {
        return id;
    }

    AgencyId agency() {
        return agency;
    }

    DestructionBasis basis() {
        return basis;
    }

    DestructionState state() {
        return state;
    }

    int terms() {
        return terms;
    }

    Optional<byte[]> sealedWhy() {
        return Optional.ofNullable(sealedWhy);
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

    Optional<Instant> destroyedAt() {
        return Optional.ofNullable(destroyedAt);
    }

    Optional<EntryCode> certificate() {
        return Optional.ofNullable(certificate).map(EntryCode::new);
    }
}
