package nl.samenzicht.domain.emergency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/** One use of break-glass by one professional on one case. */
@Entity
@Table(name = "break_glass")
public class BreakGlass {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    private ProfessionalId professional;
    private AgencyId agency;

    @Column(name = "sealed_reason")
    private byte[] sealedReason;

    @Column(name = "valid_from")
    private Instant from;

    @Column(name = "valid_until")
    private Instant until;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "review_due")
    private Instant reviewDue;

    @Column(name = "reviewed_by")
    private ProfessionalId reviewedBy;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    @Column(name = "sealed_verdict_note")
    private byte[] sealedVerdictNote;

    @Column(name = "destroyed_at")
    private Instant destroyedAt;

    private byte[] mac;

    @Version
    private long version;

    protected BreakGlass() {}

    BreakGlass(
            UUID id,
            CaseFileId caseFile,
            ProfessionalId professional,
            AgencyId agency,
            byte[] sealedReason,
            Instant from,
            Instant until,
            Instant reviewDue) {
        this.id = id;
        this.caseFile = caseFile;
        this.professional = professional;
        this.agency = agency;
        this.sealedReason = sealedReason;
        this.from = from;
        this.until = until;
        this.reviewDue = reviewDue;
    }

    void end(Instant at) {
        if (!openAt(at)) {
            throw new IllegalStateException("Break-glass %s cannot be ended: it ended at '%s'".formatted(id, until));
        }
        until = at;
        endedAt = at;
    }

    /** Judges it; by somebody else than who used it. */
    void review(ProfessionalId by, Verdict judged, byte[] sealedNote, Instant at) {
        if (by.equals(professional)) {
            throw new IllegalStateException("Break-glass %s cannot be reviewed by who used it".formatted(id));
        }
        if (verdict != null) {
            throw new IllegalStateException("Break-glass %s has been reviewed as '%s' already".formatted(id, verdict));
        }
        verdict = judged;
        reviewedBy = by;
        reviewedAt = at;
        sealedVerdictNote = sealedNote;
    }

    /** Forgets what was written with it. One that waits for its review goes on waiting. */
    BreakGlass forget(byte[] sealedNothing, Instant at) {
        sealedReason = sealedNothing;
        sealedVerdictNote = verdict == null ? null : sealedNothing;
        destroyedAt = destroyedAt == null ? at : destroyedAt;
        return this;
    }

    boolean openAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    BreakGlass sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /** Whether the row still is what was written; a row that is not counts as absent. */
    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        var fields = Canonical.of("break_glass")
                .id(id)
                .id(caseFile.value())
                .id(professional.value())
                .id(agency.value())
                .time(from)
                .time(until)
                .code(verdict)
                .id(reviewedBy == null ? null : reviewedBy.value());
        // what was written before anything was destroyed keeps its MAC
        return destroyedAt == null ? fields : fields.time(destroyedAt);
    }

    UUID id() {
        return id;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    ProfessionalId professional() {
        return professional;
    }

    AgencyId agency() {
        return agency;
    }

    byte[] sealedReason() {
        return sealedReason;
    }

    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }

    Instant reviewDue() {
        return reviewDue;
    }

    /** When what was written with it was destroyed, with the data of the case. */
    Optional<Instant> destroyedAt() {
        return Optional.ofNullable(destroyedAt);
    }

    ProfessionalId reviewedBy() {
        return reviewedBy;
    }

    Instant reviewedAt() {
        return reviewedAt;
    }

    Verdict verdict() {
        return verdict;
    }

    byte[] sealedVerdictNote() {
        return sealedVerdictNote;
    }
}
