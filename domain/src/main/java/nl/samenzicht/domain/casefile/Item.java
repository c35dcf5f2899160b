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
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Regime;

/**
 * One record of one category in a case: whose it is, under which law, and how many versions it has. Its content lies
 * sealed in {@code item_version}. The owner and controller never change, also not when the lead of the case moves.
 */
@Entity
@Table(name = "item")
public class Item {

    static final String TABLE = "item";

    @Id
    private ItemId id;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    @Enumerated(EnumType.STRING)
    private DataCategory category;

    @Enumerated(EnumType.STRING)
    private ItemKind kind;

    private AgencyId owner;

    @Enumerated(EnumType.STRING)
    private Regime regime;

    @Column(name = "current_version")
    private int currentVersion;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    private boolean restricted;

    @Column(name = "embargo_until")
    private Instant embargoUntil;

    @Column(name = "police_code")
    private String policeCode;

    @Column(name = "retained_until")
    private Instant retainedUntil;

    @Column(name = "destroyed_at")
    private Instant destroyedAt;

    private byte[] mac;

    @Version
    private long version;

    protected Item() {}

    Item(
            ItemId id,
            CaseFileId caseFile,
            DataCategory category,
            ItemKind kind,
            AgencyId owner,
            Regime regime,
            Optional<String> policeCode,
            Instant at) {
        this.id = id;
        this.caseFile = caseFile;
        this.category = category;
        this.kind = kind;
        this.owner = owner;
        this.regime = regime;
        this.policeCode = policeCode.orElse(null);
        this.currentVersion = 1;
        this.recordedAt = at;
        this.changedAt = at;
    }

    /**
     * Takes the next version number for a change that started from {@code seen}.
     *
     * @throws ItemChangedMeanwhile when somebody else changed the item after {@code seen}
     */
    int changedFrom(int seen, Instant at) {
        if (seen != currentVersion) {
            throw new ItemChangedMeanwhile(id, seen, currentVersion);
        }
        changedAt = at;
        return ++currentVersion;
    }

    /** Restricts processing (AVG art. 18), or lifts the restriction. */
    void restrict(boolean restrict) {
        restricted = restrict;
    }

    /** Keeps the item from everybody but its owner until an instant. */
    void embargoUntil(Optional<Instant> until) {
        embargoUntil = until.orElse(null);
    }

    /** Says from when it is not used any more. */
    void keepUntil(Instant until) {
        retainedUntil = until;
    }

    /**
     * Notes that its content and keys were destroyed. The row stays, so that the log goes on to speak of something.
     *
     * @throws IllegalStateException when they were destroyed before
     */
    void destroyed(Instant at) {
        if (destroyedAt != null) {
            throw new IllegalStateException("Item %s was destroyed at '%s' already".formatted(id, destroyedAt));
        }
        destroyedAt = at;
    }

    boolean isDestroyed() {
        return destroyedAt != null;
    }

    Instant destroyedAt() {
        return destroyedAt;
    }

    Item sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /**
     * Whether the row still is what was written; a row that is not counts as absent. Rows from before the dates counted are
     * known by what counted then, until they are signed anew.
     */
    boolean sound(RowMac macs) {
        return macs.matches(mac, fields()) || (destroyedAt == null && macs.matches(mac, fieldsWithoutDates()));
    }

    private Canonical fields() {
        return fieldsWithoutDates().time(recordedAt).time(changedAt).time(destroyedAt);
    }

    private Canonical fieldsWithoutDates() {
        return Canonical.of(TABLE)
                .id(id.value())
                .id(caseFile.value())
                .code(category)
                .code(kind)
                .id(owner.value())
                .code(regime)
                .number(currentVersion)
                .flag(restricted)
                .time(embargoUntil)
                .text(policeCode)
                .time(retainedUntil);
    }

    ItemId id() {
        return id;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    DataCategory category() {
        return category;
    }

    ItemKind kind() {
        return kind;
    }

    AgencyId owner() {
        return owner;
    }

    Regime regime() {
        return regime;
    }

    int currentVersion() {
        return currentVersion;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    boolean restricted() {
        return restricted;
    }

    Optional<Instant> embargoUntil() {
        return Optional.ofNullable(embargoUntil);
    }

    Optional<Instant> retainedUntil() {
        return Optional.ofNullable(retainedUntil);
    }

    Optional<String> policeCode() {
        return Optional.ofNullable(policeCode);
    }
}
