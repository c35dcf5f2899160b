package nl.samenzicht.domain.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * One answer to one question: may this recipient have this category for this purpose until this day? Carries a MAC,
 * because decisions rest on it.
 */
@Entity
@Table(name = "consent")
public class Consent {

    static final String TABLE = "consent";

    @Id
    private ConsentId id;

    @Column(name = "person_id")
    private PersonId person;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    private AgencyId recipient;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private DataCategory category;

    @Enumerated(EnumType.STRING)
    private ConsentState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "given_by")
    private GivenBy givenBy;

    @Column(name = "authority_checked")
    private boolean authorityChecked;

    @Column(name = "age_then")
    private Integer ageThen;

    @Enumerated(EnumType.STRING)
    private ConsentForm form;

    @Column(name = "valid_until")
    private Instant until;

    @Column(name = "recorded_by")
    private ProfessionalId recordedBy;

    @Column(name = "recorded_by_agency")
    private AgencyId recordedByAgency;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    private byte[] mac;

    @Version
    private long version;

    protected Consent() {}

    Consent(
            ConsentId id,
            PersonId person,
            CaseFileId caseFile,
            ConsentQuestion question,
            ConsentState answer,
            ConsentGiver giver,
            ProfessionalId recordedBy,
            AgencyId recordedByAgency,
            Instant recordedAt) {
        this.id = id;
        this.person = person;
        this.caseFile = caseFile;
        this.recipient = question.recipient();
        this.purpose = question.purpose();
        this.category = question.category();
        this.until = question.until();
        this.state = answer;
        this.givenBy = giver.by();
        this.authorityChecked = giver.authorityChecked();
        this.ageThen = giver.ageThen().isPresent() ? giver.ageThen().getAsInt() : null;
        this.form = giver.form();
        this.recordedBy = recordedBy;
        this.recordedByAgency = recordedByAgency;
        this.recordedAt = recordedAt;
    }

    /** Withdraws it; from now on nothing may rest on it. */
    void withdraw(Instant at) {
        if (state != ConsentState.GRANTED) {
            throw new IllegalStateException("Consent %s cannot be withdrawn: state is '%s'".formatted(id, state));
        }
        state = ConsentState.WITHDRAWN;
        withdrawnAt = at;
    }

    Consent sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /** Whether the row still is what was written; a row that is not counts as absent. */
    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of(TABLE)
                .id(id.value())
                .id(person.value())
                .id(caseFile.value())
                .id(recipient.value())
                .code(purpose)
                .code(category)
                .code(state)
                .code(givenBy)
                .time(until)
                .time(withdrawnAt);
    }

    ConsentId id() {
        return id;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    ConsentQuestion question() {
        return new ConsentQuestion(recipient, purpose, category, until);
    }

    ConsentState stateAt(Instant at) {
        return state == ConsentState.GRANTED && !at.isBefore(until) ? ConsentState.EXPIRED : state;
    }

    ConsentGiver giver() {
        return new ConsentGiver(
                givenBy, authorityChecked, ageThen == null ? OptionalInt.empty() : OptionalInt.of(ageThen), form);
    }

    ProfessionalId recordedBy() {
        return recordedBy;
    }

    AgencyId recordedByAgency() {
        return recordedByAgency;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }
}
