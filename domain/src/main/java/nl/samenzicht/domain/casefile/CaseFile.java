package nl.samenzicht.domain.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.Framework;

/**
 * A case file (dossier): number, code name, cooperation framework, status and lead. Holds nothing that tells of a person.
 * Carries a MAC, because decisions rest on it.
 */
@Entity
@Table(name = "case_file")
public class CaseFile {

    static final String TABLE = "case_file";

    @Id
    private CaseFileId id;

    private String number;

    @Column(name = "code_name")
    private String codeName;

    @Column(name = "person_id")
    private PersonId person;

    @Enumerated(EnumType.STRING)
    private Framework framework;

    private String protocol;

    @Column(name = "framework_until")
    private Instant frameworkUntil;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    @Column(name = "lead_agency")
    private AgencyId lead;

    @Column(name = "opened_by")
    private ProfessionalId openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "closed_reason")
    private String closedReason;

    private byte[] mac;

    @Version
    private long version;

    protected CaseFile() {}

    CaseFile(
            CaseFileId id,
            String number,
            String codeName,
            PersonId person,
            Cooperation cooperation,
            AgencyId lead,
            ProfessionalId openedBy,
            Instant openedAt) {
        this.id = id;
        this.number = number;
        this.codeName = codeName;
        this.person = person;
        this.framework = cooperation.framework();
        this.protocol = cooperation.protocol();
        this.frameworkUntil = cooperation.until().orElse(null);
        this.status = CaseStatus.OPEN;
        this.lead = lead;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
    }

    void moveLead(AgencyId to) {
        requireOpen();
        lead = to;
    }

    void cooperateUnder(Cooperation cooperation) {
        requireOpen();
        framework = cooperation.framework();
        protocol = cooperation.protocol();
        frameworkUntil = cooperation.until().orElse(null);
    }

    void close(ClosingReason reason, Instant at) {
        requireOpen();
        status = CaseStatus.CLOSED;
        closedReason = reason.name();
        closedAt = at;
    }

    void reopen() {
        if (status == CaseStatus.OPEN) {
            throw new IllegalStateException(
                    "Case file %s cannot be reopened: status is '%s'".formatted(number, status));
        }
        status = CaseStatus.OPEN;
        closedReason = null;
        closedAt = null;
    }

    private void requireOpen() {
        if (status != CaseStatus.OPEN) {
            throw new IllegalStateException("Case file %s cannot be changed: status is '%s'".formatted(number, status));
        }
    }

    CaseFile sign(RowMac macs) {
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
                .text(number)
                .text(codeName)
                .id(person.value())
                .code(framework)
                .text(protocol)
                .time(frameworkUntil)
                .code(status)
                .id(lead.value())
                .time(closedAt);
    }

    CaseFileId id() {
        return id;
    }

    String number() {
        return number;
    }

    String codeName() {
        return codeName;
    }

    PersonId person() {
        return person;
    }

    Cooperation cooperation() {
        return new Cooperation(framework, protocol, Optional.ofNullable(frameworkUntil));
    }

    CaseStatus status() {
        return status;
    }

    AgencyId lead() {
        return lead;
    }

    Instant openedAt() {
        return openedAt;
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
