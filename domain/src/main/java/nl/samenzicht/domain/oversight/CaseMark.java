package nl.samenzicht.domain.oversight;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import nl.samenzicht.domain.oversight.Circumstances.Marked;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;

/** That an agency watches every look of its people at a case, and why. Opens and closes nothing. */
@Entity
@Table(name = "oversight_mark")
public class CaseMark implements SealedRow {

    @Id
    private UUID id;

    private AgencyId agency;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    @Enumerated(EnumType.STRING)
    private MarkKind kind;

    @Column(name = "sealed_about")
    private byte[] sealedAbout;

    @Column(name = "set_by")
    private ProfessionalId setBy;

    @Column(name = "set_at")
    private Instant setAt;

    @Column(name = "lifted_by")
    private ProfessionalId liftedBy;

    @Column(name = "lifted_at")
    private Instant liftedAt;

    private byte[] mac;

    @Version
    private long version;

    protected CaseMark() {}

    CaseMark(
            ActingProfessional who,
            CaseFileId caseFile,
            MarkKind kind,
            Optional<ProfessionalId> colleague,
            String why,
            Instant at,
            Sealer sealer) {
        this.id = TimeOrderedId.next();
        this.agency = who.agency();
        this.caseFile = caseFile;
        this.kind = kind;
        this.sealedAbout =
                sealer.seal(place(), (colleague.map(ProfessionalId::toString).orElse("") + "\n" + why).getBytes(UTF_8));
        this.setBy = who.professional();
        this.setAt = at;
    }

    void lift(ProfessionalId by, Instant at) {
        if (liftedAt != null) {
            throw new IllegalStateException("Mark %s was lifted at '%s' already".formatted(id, liftedAt));
        }
        liftedBy = by;
        liftedAt = at;
    }

    private String place() {
        return "oversight-mark:" + id;
    }

    private String[] about(Sealer sealer) {
        return new String(sealer.open(place(), sealedAbout), UTF_8).split("\n", 2);
    }

    Optional<ProfessionalId> colleague(Sealer sealer) {
        return Optional.of(about(sealer)[0])
                .filter(text -> !text.isEmpty())
                .map(text -> new ProfessionalId(UUID.fromString(text)));
    }

    String why(Sealer sealer) {
        return about(sealer)[1];
    }

    Marked marked(Sealer sealer) {
        return new Marked(kind, colleague(sealer));
    }

    CaseMark sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("oversight_mark")
                .id(id)
                .id(agency.value())
                .id(caseFile.value())
                .code(kind)
                .bytes(sealedAbout)
                .id(setBy.value())
                .time(setAt)
                .id(liftedBy == null ? null : liftedBy.value())
                .time(liftedAt);
    }

    @Override
    public UUID id() {
        return id;
    }

    AgencyId agency() {
        return agency;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    MarkKind kind() {
        return kind;
    }

    ProfessionalId setBy() {
        return setBy;
    }

    Instant setAt() {
        return setAt;
    }

    boolean holds() {
        return liftedAt == null;
    }
}
