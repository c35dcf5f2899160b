package nl.samenzicht.security.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.InstantConverter;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.ProfessionalIdConverter;
import nl.samenzicht.security.directory.UuidConverter;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import org.jspecify.annotations.Nullable;

/**
 * A link that works once: an invitation, which one person makes, or a reset, which takes two. Of a reset the maker gets
 * the link and the second person a code, so that neither can enter the account alone.
 */
@Entity
@Table(name = "single_use_link")
class SingleUseLink {
    static final Duration INVITATION_HOLDS = Duration.ofDays(7);
    static final Duration RESET_HOLDS = Duration.ofHours(24);

    enum Kind {
        INVITATION,
        RESET
    }

    @Id
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "professional_id")
    @Convert(converter = ProfessionalIdConverter.class)
    private ProfessionalId professional;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "code_hash")
    private byte[] codeHash;

    @Column(name = "made_by")
    @Convert(converter = ProfessionalIdConverter.class)
    private ProfessionalId madeBy;

    @Column(name = "made_at")
    @Convert(converter = InstantConverter.class)
    private Instant madeAt;

    @Column(name = "approved_by")
    @Convert(converter = ProfessionalIdConverter.class)
    private ProfessionalId approvedBy;

    @Column(name = "approved_at")
    @Convert(converter = InstantConverter.class)
    private Instant approvedAt;

    @Column(name = "expires_at")
    @Convert(converter = InstantConverter.class)
    private Instant expiresAt;

    @Column(name = "used_at")
    @Convert(converter = InstantConverter.class)
    private Instant usedAt;

    @Column(name = "withdrawn_at")
    @Convert(converter = InstantConverter.class)
    private Instant withdrawnAt;

    private byte[] mac;

    protected SingleUseLink() {}

    private SingleUseLink(
            Kind kind, ProfessionalId professional, byte[] tokenHash, @Nullable ProfessionalId by, Instant at) {
        if (professional.equals(by)) {
            throw new IllegalArgumentException("professional " + by + " cannot make a link for themselves");
        }
        this.id = TimeOrderedId.next();
        this.kind = kind;
        this.professional = professional;
        this.tokenHash = tokenHash.clone();
        this.madeBy = by;
        this.madeAt = at;
        this.expiresAt = at.plus(kind == Kind.INVITATION ? INVITATION_HOLDS : RESET_HOLDS);
    }

    static SingleUseLink invitation(
            ProfessionalId professional, byte[] tokenHash, @Nullable ProfessionalId by, Instant at) {
        return new SingleUseLink(Kind.INVITATION, professional, tokenHash, by, at);
    }

    static SingleUseLink reset(ProfessionalId professional, byte[] tokenHash, ProfessionalId by, Instant at) {
        return new SingleUseLink(Kind.RESET, professional, tokenHash, by, at);
    }

    SingleUseLink sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("single_use_link")
                .id(id)
                .code(kind)
                .id(professional.value())
                .bytes(tokenHash)
                .bytes(codeHash)
                .id(madeBy == null ? null : madeBy.value())
                .time(madeAt)
                .id(approvedBy == null ? null : approvedBy.value())
                .time(approvedAt)
                .time(expiresAt)
                .time(usedAt)
                .time(withdrawnAt);
    }

    UUID id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    ProfessionalId professional() {
        return professional;
    }

    ProfessionalId madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    boolean openAt(Instant moment) {
        return usedAt == null && withdrawnAt == null && moment.isBefore(expiresAt);
    }

    boolean waitsForApproval(Instant moment) {
        return kind == Kind.RESET && approvedAt == null && openAt(moment);
    }

    void approve(ProfessionalId by, byte[] hashOfCode, Instant at) {
        if (!waitsForApproval(at)) {
            throw new IllegalStateException("link " + id + " does not wait for approval");
        }
        if (by.equals(madeBy) || by.equals(professional)) {
            throw new IllegalArgumentException("professional " + by + " cannot approve link " + id);
        }
        approvedBy = by;
        approvedAt = at;
        codeHash = hashOfCode.clone();
    }

    /** Returns whether the link may be used with this code; an invitation needs none. */
    boolean fits(Optional<byte[]> hashOfCode, Instant at) {
        if (!openAt(at)) {
            return false;
        }
        return switch (kind) {
            case INVITATION -> true;
            case RESET ->
                codeHash != null && hashOfCode.isPresent() && MessageDigest.isEqual(codeHash, hashOfCode.get());
        };
    }

    boolean needsCode() {
        return kind == Kind.RESET;
    }

    void use(Instant at) {
        if (!openAt(at)) {
            throw new IllegalStateException("link " + id + " cannot be used any more");
        }
        usedAt = at;
    }

    void withdraw(Instant at) {
        if (openAt(at)) {
            withdrawnAt = at;
        }
    }
}
