package nl.samenzicht.domain.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.EntryCode;

/** One version of what a data protection officer says about a line of the log. Rows are added and never changed. */
@Entity
@Table(name = "supervision_comment")
public class SupervisionComment implements SealedRow {

    @Id
    private UUID id;

    private AgencyId agency;
    private String line;
    private int serial;

    @Column(name = "sealed_words")
    private byte[] sealedWords;

    @Column(name = "written_by")
    private ProfessionalId writtenBy;

    @Column(name = "written_at")
    private Instant writtenAt;

    private byte[] mac;

    protected SupervisionComment() {}

    /**
     * A new version.
     *
     * @param serial its place among those about this line, from 1
     */
    SupervisionComment(ActingProfessional who, EntryCode line, int serial, String words, Instant at, Sealer sealer) {
        this.id = TimeOrderedId.next();
        this.agency = who.agency();
        this.line = line.value();
        this.serial = serial;
        this.sealedWords = sealer.seal(place(), words.getBytes(UTF_8));
        this.writtenBy = who.professional();
        this.writtenAt = at;
    }

    private String place() {
        return "supervision-comment:" + id;
    }

    String words(Sealer sealer) {
        return new String(sealer.open(place(), sealedWords), UTF_8);
    }

    SupervisionComment sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("supervision_comment")
                .id(id)
                .id(agency.value())
                .text(line)
                .number(serial)
                .bytes(sealedWords)
                .id(writtenBy.value())
                .time(writtenAt);
    }

    @Override
    public UUID id() {
        return id;
    }

    EntryCode line() {
        return new EntryCode(line);
    }

    int serial() {
        return serial;
    }

    ProfessionalId writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
