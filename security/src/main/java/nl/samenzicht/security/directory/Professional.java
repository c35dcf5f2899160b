package nl.samenzicht.security.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import nl.samenzicht.security.TimeOrderedId;

/** Somebody who works at an agency. */
@Entity
@Table(name = "professional")
class Professional {
    @Id
    @Convert(converter = ProfessionalIdConverter.class)
    private ProfessionalId id;

    @Column(name = "agency_id")
    @Convert(converter = AgencyIdConverter.class)
    private AgencyId agency;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "user_name")
    private String userName;

    @Column(name = "from_at")
    @Convert(converter = InstantConverter.class)
    private Instant from;

    @Column(name = "until_at")
    @Convert(converter = InstantConverter.class)
    private Instant until;

    @Version
    private int version;

    protected Professional() {}

    Professional(AgencyId agency, String displayName, String userName, Instant from) {
        this.id = new ProfessionalId(TimeOrderedId.next());
        this.agency = agency;
        this.displayName = PersonName.checked("name", displayName);
        this.userName = PersonName.checkedUserName(userName);
        this.from = from;
    }

    ProfessionalId id() {
        return id;
    }

    AgencyId agency() {
        return agency;
    }

    String displayName() {
        return displayName;
    }

    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }

    String userName() {
        return userName;
    }

    boolean activeAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    void leave(Instant at) {
        if (until != null) {
            throw new IllegalStateException("professional " + id + " has left already");
        }
        until = at;
    }

    ProfessionalCard card(Set<Function> functions) {
        return new ProfessionalCard(id, displayName, agency, functions);
    }
}
