package nl.samenzicht.domain.indicator;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/** The official weights of one list, entered by hand: a version of the indicators that is never changed, only followed. */
@Entity
@Table(name = "indicator_weights")
public class EnteredWeights {

    @Id
    private int version;

    private int base;

    @Enumerated(EnumType.STRING)
    private Profile profile;

    private String weights;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    private String source;

    @Column(name = "entered_by")
    private ProfessionalId enteredBy;

    @Column(name = "entered_at")
    private Instant enteredAt;

    private byte[] mac;

    protected EnteredWeights() {}

    /**
     * Enters a version.
     *
     * @param base the version on which it stands, and of which it keeps the other three lists
     * @param weights by code; an indicator that is missing does not stand in the list
     */
    EnteredWeights(
            int version,
            int base,
            Profile profile,
            Map<String, Weight> weights,
            LocalDate validFrom,
            String source,
            ProfessionalId enteredBy,
            Instant enteredAt) {
        this.version = version;
        this.base = base;
        this.profile = profile;
        this.weights = new TreeMap<>(weights)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue().code())
                        .collect(joining(" "));
        this.validFrom = validFrom;
        this.source = source;
        this.enteredBy = enteredBy;
        this.enteredAt = enteredAt;
    }

    int version() {
        return version;
    }

    int base() {
        return base;
    }

    /** What the version on which it stands becomes by it. */
    IndicatorSet on(IndicatorSet base) {
        var known = new TreeMap<String, Weight>();
        Stream.of(weights.split(" ")).forEach(pair -> {
            var at = pair.indexOf('=');
            known.put(
                    pair.substring(0, at), Weight.ofCode(pair.substring(at + 1)).orElseThrow());
        });
        return base.with(version, validFrom, source, profile, known);
    }

    EnteredWeights sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /** Whether the row still is what was written; a row that is not counts as absent. */
    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("indicator_weights")
                .number(version)
                .number(base)
                .text(profile.name())
                .text(weights)
                .text(validFrom.toString())
                .text(source)
                .id(enteredBy.value())
                .time(enteredAt);
    }
}
