package nl.samenzicht.domain.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;

/** One version of the report on a quarter: the figures as they were, and the officer's own text. Never changed. */
@Entity
@Table(name = "supervision_report")
public class SupervisionReport implements SealedRow {

    @Id
    private UUID id;

    private AgencyId agency;

    @Column(name = "in_year")
    private int year;

    @Column(name = "in_quarter")
    private int quarter;

    private int serial;

    @Column(name = "sealed_content")
    private byte[] sealedContent;

    @Column(name = "written_by")
    private ProfessionalId writtenBy;

    @Column(name = "written_at")
    private Instant writtenAt;

    private byte[] mac;

    protected SupervisionReport() {}

    /**
     * A new version.
     *
     * @param serial its place among those on this quarter, from 1
     */
    SupervisionReport(
            ActingProfessional who,
            Quarter quarter,
            int serial,
            Figures figures,
            String words,
            Instant at,
            Sealer sealer) {
        this.id = TimeOrderedId.next();
        this.agency = who.agency();
        this.year = quarter.year();
        this.quarter = quarter.number();
        this.serial = serial;
        var content = Json.createObjectBuilder()
                .add("figures", figures.json())
                .add("words", words)
                .build();
        this.sealedContent = sealer.seal(place(), content.toString().getBytes(UTF_8));
        this.writtenBy = who.professional();
        this.writtenAt = at;
    }

    private String place() {
        return "supervision-report:" + id;
    }

    private JsonObject content(Sealer sealer) {
        try (var reader = Json.createReader(new ByteArrayInputStream(sealer.open(place(), sealedContent)))) {
            return reader.readObject();
        }
    }

    String words(Sealer sealer) {
        return content(sealer).getString("words");
    }

    Figures figures(Sealer sealer) {
        return Figures.of(content(sealer).getJsonObject("figures"));
    }

    SupervisionReport sign(RowMac macs) {
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
        return Canonical.of("supervision_report")
                .id(id)
                .id(agency.value())
                .number(year)
                .number(quarter)
                .number(serial)
                .bytes(sealedContent)
                .id(writtenBy.value())
                .time(writtenAt);
    }

    Quarter quarter() {
        return new Quarter(year, quarter);
    }

    int serial() {
        return serial;
    }

    ProfessionalId writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
