package nl.samenzicht.domain.sharing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** Somebody who takes part asks the lead for a category that is not shared with them. Says nothing of what there is. */
@Entity
@Table(name = "access_request")
public class RequestForAccess {

    /** Where a request stands. */
    public enum State {
        ASKED,
        SHARED,
        REFUSED
    }

    @Id
    private UUID id;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    @Enumerated(EnumType.STRING)
    private DataCategory category;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private AgencyId asker;

    @Column(name = "asker_professional")
    private ProfessionalId askerProfessional;

    @Column(name = "asked_of")
    private AgencyId askedOf;

    @Column(name = "sealed_why")
    private byte[] sealedWhy;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "answered_by")
    private ProfessionalId answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Version
    private long version;

    protected RequestForAccess() {}

    RequestForAccess(
            UUID id,
            CaseFileId caseFile,
            DataCategory category,
            Purpose purpose,
            AgencyId asker,
            ProfessionalId askerProfessional,
            AgencyId askedOf,
            byte[] sealedWhy,
            Instant askedAt) {
        this.id = id;
        this.caseFile = caseFile;
        this.category = category;
        this.purpose = purpose;
        this.asker = asker;
        this.askerProfessional = askerProfessional;
        this.askedOf = askedOf;
        this.sealedWhy = sealedWhy;
        this.askedAt = askedAt;
        this.state = State.ASKED;
    }

    void answer(State answer, ProfessionalId by, Instant at) {
        if (state != State.ASKED || answer == State.ASKED) {
            throw new IllegalStateException("Request %s cannot become '%s': it is '%s'".formatted(id, answer, state));
        }
        state = answer;
        answeredBy = by;
        answeredAt = at;
    }

    UUID id() {
        return id;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    DataCategory category() {
        return category;
    }

    Purpose purpose() {
        return purpose;
    }

    AgencyId asker() {
        return asker;
    }

    ProfessionalId askerProfessional() {
        return askerProfessional;
    }

    AgencyId askedOf() {
        return askedOf;
    }

    byte[] sealedWhy() {
        return sealedWhy;
    }

    State state() {
        return state;
    }

    Instant askedAt() {
        return askedAt;
    }
}
