package nl.samenzicht.domain.oversight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;

/** Something that a rule found in the log of an agency. It may come to rest on more lines as long as nobody judged it. */
@Entity
@Table(name = "oversight_alert")
public class Alert implements SealedRow {

    @Id
    private UUID id;

    private AgencyId agency;

    @Enumerated(EnumType.STRING)
    private AnomalyRule rule;

    private byte[] fingerprint;

    private int serial;

    private int thresholds;

    @Column(name = "sealed_finding")
    private byte[] sealedFinding;

    @Column(name = "found_at")
    private Instant foundAt;

    private byte[] mac;

    @Version
    private long version;

    protected Alert() {}

    /**
     * A new alert.
     *
     * @param serial counts on when there is more of what was judged already
     * @param thresholds the version of the thresholds by which it was found
     */
    Alert(
            AgencyId agency,
            Anomaly anomaly,
            byte[] fingerprint,
            int serial,
            int thresholds,
            Instant foundAt,
            Sealer sealer) {
        this.id = TimeOrderedId.next();
        this.agency = agency;
        this.rule = anomaly.rule();
        this.fingerprint = fingerprint.clone();
        this.serial = serial;
        this.foundAt = foundAt;
        rest(anomaly, thresholds, sealer);
    }

    /** What an anomaly is known again by, whatever lines it rests on. */
    static byte[] fingerprint(AgencyId agency, Anomaly anomaly, RowMac macs) {
        return macs.of(Canonical.of("oversight_alert.fingerprint")
                .id(agency.value())
                .code(anomaly.rule())
                .id(anomaly.professional().map(who -> who.value()).orElse(null))
                .day(anomaly.day())
                .id(anomaly.caseId().orElse(null)));
    }

    /** Lets it rest on these lines from now on. */
    void rest(Anomaly anomaly, int version, Sealer sealer) {
        thresholds = version;
        sealedFinding = sealer.seal(place(), AnomalyText.of(anomaly));
    }

    Anomaly anomaly(Sealer sealer) {
        return AnomalyText.read(rule, sealer.open(place(), sealedFinding));
    }

    private String place() {
        return "oversight-alert:" + id;
    }

    Alert sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("oversight_alert")
                .id(id)
                .id(agency.value())
                .code(rule)
                .bytes(fingerprint)
                .number(serial)
                .number(thresholds)
                .bytes(sealedFinding)
                .time(foundAt);
    }

    @Override
    public UUID id() {
        return id;
    }

    AgencyId agency() {
        return agency;
    }

    int serial() {
        return serial;
    }

    int thresholds() {
        return thresholds;
    }

    Instant foundAt() {
        return foundAt;
    }
}
