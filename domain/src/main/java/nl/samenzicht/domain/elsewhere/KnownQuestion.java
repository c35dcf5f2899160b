package nl.samenzicht.domain.elsewhere;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.Purpose;

/** A question whether the person of a case is known elsewhere, with its sealed answer. */
@Entity
@Table(name = "known_question")
public class KnownQuestion {

    static final String TABLE = "known_question";

    /** How long who was asked for contact may answer. After this nobody can tell declined from not answered. */
    static final Duration CONTACT_TERM = Duration.ofDays(30);

    @Id
    private UUID id;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    private AgencyId asker;

    @Column(name = "asker_professional")
    private ProfessionalId askerProfessional;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "sealed_answer")
    private byte[] sealedAnswer;

    @Column(name = "contact_asked_at")
    private Instant contactAskedAt;

    private byte[] mac;

    @Version
    private long version;

    protected KnownQuestion() {}

    KnownQuestion(
            UUID id, CaseFileId caseFile, ActingProfessional who, Purpose purpose, Instant at, byte[] sealedAnswer) {
        this.id = id;
        this.caseFile = caseFile;
        this.asker = who.agency();
        this.askerProfessional = who.professional();
        this.purpose = purpose;
        this.askedAt = at;
        this.sealedAnswer = sealedAnswer.clone();
    }

    KnownQuestion sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /** Whether the row still is what was written; a row that is not counts as absent. */
    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of(TABLE)
                .id(id)
                .id(caseFile.value())
                .id(asker.value())
                .id(askerProfessional.value())
                .code(purpose)
                .time(askedAt)
                .bytes(sealedAnswer)
                .time(contactAskedAt);
    }

    void askContact(Instant at) {
        if (contactAskedAt != null) {
            throw new IllegalStateException(
                    "Contact for question %s was asked at '%s' already".formatted(id, contactAskedAt));
        }
        contactAskedAt = at;
    }

    UUID id() {
        return id;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    AgencyId asker() {
        return asker;
    }

    ProfessionalId askerProfessional() {
        return askerProfessional;
    }

    Purpose purpose() {
        return purpose;
    }

    Instant askedAt() {
        return askedAt;
    }

    byte[] sealedAnswer() {
        return sealedAnswer;
    }

    Optional<Instant> contactAskedAt() {
        return Optional.ofNullable(contactAskedAt);
    }

    /** Whether an answer about contact may still come. */
    boolean waits(Instant at) {
        return contactAskedAt()
                .filter(asked -> at.isBefore(asked.plus(CONTACT_TERM)))
                .isPresent();
    }
}
