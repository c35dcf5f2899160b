package nl.samenzicht.security.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.samenzicht.security.directory.InstantConverter;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.ProfessionalIdConverter;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/** What one professional signs in with. Everything in it is hashed or sealed. */
@Entity
@Table(name = "account")
class Account {
    @Id
    @Column(name = "professional_id")
    @Convert(converter = ProfessionalIdConverter.class)
    private ProfessionalId professional;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "password_set_at")
    @Convert(converter = InstantConverter.class)
    private Instant passwordSetAt;

    @Column(name = "totp_sealed")
    private byte[] totpSealed;

    @Column(name = "totp_confirmed_at")
    @Convert(converter = InstantConverter.class)
    private Instant totpConfirmedAt;

    @Column(name = "totp_last_step")
    private Long totpLastStep;

    private byte[] mac;

    @Version
    private int version;

    protected Account() {}

    Account(ProfessionalId professional) {
        this.professional = professional;
    }

    ProfessionalId professional() {
        return professional;
    }

    Account sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("account")
                .id(professional.value())
                .text(passwordHash)
                .time(passwordSetAt)
                .bytes(totpSealed)
                .time(totpConfirmedAt)
                .number(totpLastStep);
    }

    String passwordHash() {
        return passwordHash;
    }

    void setPassword(String hash, Instant at) {
        passwordHash = hash;
        passwordSetAt = at;
    }

    boolean hasSecondFactor() {
        return totpConfirmedAt != null;
    }

    byte[] totpSealed() {
        return totpSealed.clone();
    }

    void enrol(byte[] sealed, long step, Instant at) {
        totpSealed = sealed.clone();
        totpConfirmedAt = at;
        totpLastStep = step;
    }

    /** A code counts once: one that somebody saw over a shoulder is worth nothing. */
    boolean use(long step) {
        if (totpLastStep != null && step <= totpLastStep) {
            return false;
        }
        totpLastStep = step;
        return true;
    }

    void forgetSecondFactor() {
        totpSealed = null;
        totpConfirmedAt = null;
        totpLastStep = null;
    }
}
