package nl.samenzicht.security.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.security.TimeOrderedId;

/** Something that somebody should know of; holds ids only. */
@Entity
@Table(name = "notice")
class Notice {
    @Id
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "to_agency")
    @Convert(converter = AgencyIdConverter.class)
    private AgencyId toAgency;

    @Column(name = "to_function")
    @Enumerated(EnumType.STRING)
    private Function toFunction;

    @Column(name = "to_professional")
    @Convert(converter = ProfessionalIdConverter.class)
    private ProfessionalId toProfessional;

    private String kind;

    @Convert(converter = UuidConverter.class)
    private UUID about;

    @Convert(converter = InstantConverter.class)
    private Instant at;

    @Column(name = "read_at")
    @Convert(converter = InstantConverter.class)
    private Instant readAt;

    @Column(name = "read_by")
    @Convert(converter = ProfessionalIdConverter.class)
    private ProfessionalId readBy;

    protected Notice() {}

    Notice(AgencyId agency, Function function, ProfessionalId professional, String kind, UUID about, Instant at) {
        this.id = TimeOrderedId.next();
        this.toAgency = agency;
        this.toFunction = function;
        this.toProfessional = professional;
        this.kind = kind;
        this.about = about;
        this.at = at;
    }

    boolean isFor(ActingProfessional who) {
        return toAgency.equals(who.agency())
                && (toProfessional == null || toProfessional.equals(who.professional()))
                && (toFunction == null || toFunction == who.function());
    }

    void read(ProfessionalId by, Instant now) {
        if (readAt == null) {
            readAt = now;
            readBy = by;
        }
    }

    NoticeCard card() {
        return new NoticeCard(id, kind, about, at, readAt != null);
    }
}
