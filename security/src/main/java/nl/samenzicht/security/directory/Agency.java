package nl.samenzicht.security.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.samenzicht.security.TimeOrderedId;

/** An organisation that takes part. */
@Entity
@Table(name = "agency")
class Agency {
    @Id
    @Convert(converter = AgencyIdConverter.class)
    private AgencyId id;

    private String name;

    @Enumerated(EnumType.STRING)
    private AgencyType type;

    private String municipality;

    @Column(name = "from_at")
    @Convert(converter = InstantConverter.class)
    private Instant from;

    @Column(name = "until_at")
    @Convert(converter = InstantConverter.class)
    private Instant until;

    private boolean demo;

    @Version
    private int version;

    protected Agency() {}

    Agency(String name, AgencyType type, String municipality, boolean demo, Instant from) {
        this.id = new AgencyId(TimeOrderedId.next());
        this.name = PersonName.checked("agency name", name);
        this.type = type;
        this.municipality = municipality;
        this.demo = demo;
        this.from = from;
    }

    AgencyId id() {
        return id;
    }

    AgencyType type() {
        return type;
    }

    String municipality() {
        return municipality;
    }

    Instant from() {
        return from;
    }

    boolean activeAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    void leave(Instant at) {
        if (until != null) {
            throw new IllegalStateException("agency " + id + " has left already");
        }
        until = at;
    }

    AgencyCard card(Instant now) {
        return new AgencyCard(id, name, type, activeAt(now));
    }
}
