package nl.samenzicht.domain.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.store.CodeSet;
import nl.samenzicht.domain.store.Concerns;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.policy.DataCategory;

/** What was known of a breach at a moment. Rows are added and never changed; the last one holds. */
@Entity
@Table(name = "breach_version")
@Concerns("r.breach in (select b.id from Breach b where b.agency = :agency)")
public class BreachVersion implements BreachRow {

    @Id
    private UUID id;

    private UUID breach;
    private int serial;
    private String natures;

    @Column(name = "happened_from")
    private Instant happenedFrom;

    @Column(name = "happened_until")
    private Instant happenedUntil;

    private String categories;

    @Column(name = "persons_from")
    private Integer personsFrom;

    @Column(name = "persons_to")
    private Integer personsTo;

    @Column(name = "records_from")
    private Integer recordsFrom;

    @Column(name = "records_to")
    private Integer recordsTo;

    @Column(name = "sealed_words")
    private byte[] sealedWords;

    @Column(name = "written_for")
    private AgencyId writtenFor;

    @Column(name = "written_by")
    private ProfessionalId writtenBy;

    @Column(name = "written_at")
    private Instant writtenAt;

    private byte[] mac;

    protected BreachVersion() {}

    /** A new version; the serial counts those of the breach, from 1. */
    BreachVersion(UUID breach, int serial, Account account, ActingProfessional who, Instant at, Sealer sealer) {
        this.id = TimeOrderedId.next();
        this.breach = breach;
        this.serial = serial;
        this.natures = CodeSet.text(account.natures());
        this.happenedFrom = account.from();
        this.happenedUntil = account.until().orElse(null);
        this.categories = CodeSet.text(account.categories());
        this.personsFrom = account.persons().map(Quantity::atLeast).orElse(null);
        this.personsTo = account.persons().map(Quantity::atMost).orElse(null);
        this.recordsFrom = account.records().map(Quantity::atLeast).orElse(null);
        this.recordsTo = account.records().map(Quantity::atMost).orElse(null);
        this.sealedWords = sealer.seal(place(), BreachText.of(account));
        this.writtenFor = who.agency();
        this.writtenBy = who.professional();
        this.writtenAt = at;
    }

    private String place() {
        return "breach-version:" + id;
    }

    /** What was known. */
    Account account(Sealer sealer) {
        var words = BreachText.words(sealer.open(place(), sealedWords));
        return new Account(
                CodeSet.of(Nature.class, natures),
                happenedFrom,
                Optional.ofNullable(happenedUntil),
                CodeSet.of(DataCategory.class, categories),
                quantity(personsFrom, personsTo),
                quantity(recordsFrom, recordsTo),
                words.what(),
                words.consequences(),
                words.measures(),
                words.contact());
    }

    private static Optional<Quantity> quantity(Integer from, Integer to) {
        return from == null || to == null ? Optional.empty() : Optional.of(new Quantity(from, to));
    }

    BreachVersion sign(RowMac macs) {
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
        return Canonical.of("breach_version")
                .id(id)
                .id(breach)
                .number(serial)
                .text(natures)
                .time(happenedFrom)
                .time(happenedUntil)
                .text(categories)
                .number(wide(personsFrom))
                .number(wide(personsTo))
                .number(wide(recordsFrom))
                .number(wide(recordsTo))
                .bytes(sealedWords)
                .id(writtenFor.value())
                .id(writtenBy.value())
                .time(writtenAt);
    }

    private static Long wide(Integer value) {
        return value == null ? null : value.longValue();
    }

    @Override
    public UUID breach() {
        return breach;
    }

    @Override
    public int serial() {
        return serial;
    }

    /** The agency that wrote it: the teller's for the first version of a breach that an agency was told of. */
    AgencyId writtenFor() {
        return writtenFor;
    }

    ProfessionalId writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
