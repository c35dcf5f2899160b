package nl.samenzicht.domain.duplicate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.domain.linkage.AlikePair;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/** What somebody decided about a pair, or that it was taken back. Rows are added and never changed. */
@Entity
@Table(name = "duplicate_decision")
public class DuplicateDecision {

    static final String TABLE = "duplicate_decision";

    @Id
    private UUID id;

    private AgencyId agency;

    @Column(name = "case_a")
    private CaseFileId caseA;

    @Column(name = "case_b")
    private CaseFileId caseB;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    @Column(name = "sealed_why")
    private byte[] sealedWhy;

    @Column(name = "decided_by")
    private ProfessionalId decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private byte[] mac;

    protected DuplicateDecision() {}

    DuplicateDecision(UUID id, AlikePair pair, Verdict verdict, byte[] sealedWhy, ActingProfessional who, Instant at) {
        this.id = id;
        this.agency = who.agency();
        this.caseA = pair.one();
        this.caseB = pair.other();
        this.verdict = verdict;
        this.sealedWhy = sealedWhy.clone();
        this.decidedBy = who.professional();
        this.decidedAt = at;
    }

    DuplicateDecision sign(RowMac macs) {
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
                .id(agency.value())
                .id(caseA.value())
                .id(caseB.value())
                .code(verdict)
                .bytes(sealedWhy)
                .id(decidedBy.value())
                .time(decidedAt);
    }

    UUID id() {
        return id;
    }

    AlikePair pair() {
        return new AlikePair(caseA, caseB);
    }

    Verdict verdict() {
        return verdict;
    }

    byte[] sealedWhy() {
        return sealedWhy;
    }

    ProfessionalId decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
