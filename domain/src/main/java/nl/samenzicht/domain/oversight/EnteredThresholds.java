package nl.samenzicht.domain.oversight;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;

/** The thresholds that an agency set: a version that is never changed, only followed. */
@Entity
@Table(name = "oversight_thresholds")
public class EnteredThresholds implements SealedRow {

    @Id
    private UUID id;

    private AgencyId agency;

    private int version;

    @Column(name = "settings")
    private String settings;

    @Column(name = "sealed_source")
    private byte[] sealedSource;

    @Column(name = "set_by")
    private ProfessionalId setBy;

    @Column(name = "set_at")
    private Instant setAt;

    private byte[] mac;

    protected EnteredThresholds() {}

    EnteredThresholds(
            ActingProfessional who,
            int version,
            Map<Threshold, Integer> values,
            String source,
            Instant at,
            Sealer sealer) {
        this.id = TimeOrderedId.next();
        this.agency = who.agency();
        this.version = version;
        this.settings = new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(joining(" "));
        this.sealedSource = sealer.seal(place(), source.getBytes(UTF_8));
        this.setBy = who.professional();
        this.setAt = at;
    }

    /** What these make of the version that came before. */
    ThresholdSet on(ThresholdSet before, Sealer sealer) {
        Map<Threshold, Integer> values = Stream.of(settings.split(" "))
                .map(pair -> pair.split("="))
                .collect(toMap(pair -> Threshold.valueOf(pair[0]), pair -> Integer.valueOf(pair[1])));
        var source = new String(sealer.open(place(), sealedSource), UTF_8);
        return before.followedBy(version, values, source, setBy, setAt);
    }

    private String place() {
        return "oversight-thresholds:" + id;
    }

    EnteredThresholds sign(RowMac macs) {
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
        return Canonical.of("oversight_thresholds")
                .id(id)
                .id(agency.value())
                .number(version)
                .text(settings)
                .bytes(sealedSource)
                .id(setBy.value())
                .time(setAt);
    }
}
