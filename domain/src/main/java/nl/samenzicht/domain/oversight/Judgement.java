package nl.samenzicht.domain.oversight;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.EntryCode;

/** How an alert, or one line of a sample, was judged. Rows are added and never changed; the last one holds. */
@Entity
@Table(name = "oversight_judgement")
public class Judgement implements SealedRow {

    @Id
    private UUID id;

    private AgencyId agency;
    private UUID about;
    private String line;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    @Column(name = "sealed_note")
    private byte[] sealedNote;

    @Column(name = "judged_by")
    private ProfessionalId judgedBy;

    @Column(name = "judged_at")
    private Instant judgedAt;

    private byte[] mac;

    protected Judgement() {}

    /**
     * A new judgement.
     *
     * @param about the number of the alert or the sample
     * @param line which line of the sample; empty for an alert
     */
    Judgement(
            ActingProfessional who,
            UUID about,
            Optional<EntryCode> line,
            Verdict verdict,
            String note,
            Instant at,
            Sealer sealer) {
        this.id = TimeOrderedId.next();
        this.agency = who.agency();
        this.about = about;
        this.line = line.map(EntryCode::value).orElse(null);
        this.verdict = verdict;
        this.sealedNote = sealer.seal(place(), note.getBytes(UTF_8));
        this.judgedBy = who.professional();
        this.judgedAt = at;
    }

    private String place() {
        return "oversight-judgement:" + id;
    }

    String note(Sealer sealer) {
        return new String(sealer.open(place(), sealedNote), UTF_8);
    }

    Judgement sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("oversight_judgement")
                .id(id)
                .id(agency.value())
                .id(about)
                .text(line)
                .code(verdict)
                .bytes(sealedNote)
                .id(judgedBy.value())
                .time(judgedAt);
    }

    UUID about() {
        return about;
    }

    Optional<EntryCode> line() {
        return Optional.ofNullable(line).map(EntryCode::new);
    }

    Verdict verdict() {
        return verdict;
    }

    ProfessionalId judgedBy() {
        return judgedBy;
    }

    Instant judgedAt() {
        return judgedAt;
    }
}
