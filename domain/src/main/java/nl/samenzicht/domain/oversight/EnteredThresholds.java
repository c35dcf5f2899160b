package nl.samenzicht.domain.oversight;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/** The thresholds that an agency set: a version that is never changed, only followed. */
@Entity
@Table(name = "oversight_thresholds")
public class EnteredThresholds {

    @Id
    private UUID id;

    private AgencyId agency;

    private int version;

    @Column(name = "settings")
    private String settings;

    private String source;

    @Column(name = "set_by")
    private ProfessionalId setBy;

    @Column(name = "set_at")
    private Instant setAt;

    private byte[] mac;

    protected EnteredThresholds() {}

    EnteredThresholds(ActingProfessional who, int version, Map<Threshold, Integer> values, String source, Instant at) {
        this.id = TimeOrderedId.next();
        this.agency = who.agency();
        this.version = version;
        this.settings = new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(joining(" "));
        this.source = source;
        this.setBy = who.professional();
        this.setAt = at;
    }

    /** What these make of the version that came before. */
    ThresholdSet on(ThresholdSet before) {
        Map<Threshold, Integer> values = Stream.of(settings.split(" "))
                .map(pair -> pair.split("="))
                .collect(toMap(pair -> Threshold.valueOf(pair[0]), pair -> Integer.valueOf(pair[1])));
        return before.followedBy(version, values, source, setBy, setAt);
    }

    EnteredThresholds sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /** Whether the row still is what was written; a row that is not counts as absent. */
    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("oversight_thresholds")
                .id(id)
                .id(agency.value())
                .number(version)
                .text(settings)
                .text(source)
                .id(setBy.value())
                .time(setAt);
    }
}
