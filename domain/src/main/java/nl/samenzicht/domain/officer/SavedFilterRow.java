package nl.samenzicht.domain.officer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.domain.store.Passing;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/** A set of filters as it is kept: whose it is, and the rest sealed. */
@Entity
@Table(name = "saved_log_filter")
@Passing
public class SavedFilterRow implements SealedRow {

    static final String TABLE = "saved_log_filter";

    @Id
    private UUID id;

    private AgencyId agency;

    private ProfessionalId owner;

    private byte[] sealed;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    private byte[] mac;

    protected SavedFilterRow() {}

    SavedFilterRow(UUID id, ActingProfessional owner) {
        this.id = id;
        this.agency = owner.agency();
        this.owner = owner.professional();
    }

    /** Keeps other content from now on. */
    SavedFilterRow keep(byte[] content, Instant at, RowMac macs) {
        sealed = content.clone();
        changedAt = at;
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
                .id(agency.value())
                .id(owner.value())
                .bytes(sealed)
                .time(changedAt);
    }

    @Override
    public UUID id() {
        return id;
    }

    byte[] sealed() {
        return sealed;
    }
}
