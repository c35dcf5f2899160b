package nl.samenzicht.domain.gap;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Passing;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/** Why an agency does not report the person of a case yet. Rows are added and never changed; the newest holds. */
@Entity
@Table(name = "unreported_reason")
@Passing
public class UnreportedReason implements SealedRow {

    static final String TABLE = "unreported_reason";

    @Id
    private UUID id;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    private AgencyId agency;

    private String code;

    @Column(name = "sealed_words")
    private byte[] sealedWords;

    @Column(name = "recorded_by")
    private ProfessionalId recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private byte[] mac;

    protected UnreportedReason() {}

    UnreportedReason(
            UUID id, CaseFileId caseFile, String code, byte[] sealedWords, ActingProfessional who, Instant at) {
        this.id = id;
        this.caseFile = caseFile;
        this.agency = who.agency();
        this.code = code;
        this.sealedWords = sealedWords.clone();
        this.recordedBy = who.professional();
        this.recordedAt = at;
    }

    UnreportedReason sign(RowMac macs) {
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
                .id(caseFile.value())
                .id(agency.value())
                .text(code)
                .bytes(sealedWords)
                .id(recordedBy.value())
                .time(recordedAt);
    }

    @Override
    public UUID id() {
        return id;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    AgencyId agency() {
        return agency;
    }

    String code() {
        return code;
    }

    byte[] sealedWords() {
        return sealedWords;
    }

    ProfessionalId recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
