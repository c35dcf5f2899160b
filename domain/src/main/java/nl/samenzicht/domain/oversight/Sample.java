package nl.samenzicht.domain.oversight;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.ledger.EntryCode;

/** Accesses that were drawn from a period to be judged. A row is added and never changed. */
@Entity
@Table(name = "oversight_sample")
public class Sample implements SealedRow {

    @Id
    private UUID id;

    private AgencyId agency;

    @Column(name = "from_at")
    private Instant from;

    @Column(name = "until_at")
    private Instant until;

    private long seed;
    private int size;
    private int accesses;
    private String drawn;

    @Column(name = "drawn_by")
    private ProfessionalId drawnBy;

    @Column(name = "drawn_at")
    private Instant drawnAt;

    private byte[] mac;

    protected Sample() {}

    Sample(ActingProfessional who, Instant from, Instant until, long seed, int size, Draw draw, Instant at) {
        this.id = TimeOrderedId.next();
        this.agency = who.agency();
        this.from = from;
        this.until = until;
        this.seed = seed;
        this.size = size;
        this.accesses = draw.accesses();
        this.drawn = draw.drawn().stream().map(line -> line.code().value()).collect(joining(" "));
        this.drawnBy = who.professional();
        this.drawnAt = at;
    }

    Sample sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("oversight_sample")
                .id(id)
                .id(agency.value())
                .time(from)
                .time(until)
                .number(seed)
                .number(size)
                .number(accesses)
                .text(drawn)
                .id(drawnBy.value())
                .time(drawnAt);
    }

    @Override
    public UUID id() {
        return id;
    }

    AgencyId agency() {
        return agency;
    }

    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }

    long seed() {
        return seed;
    }

    int size() {
        return size;
    }

    int accesses() {
        return accesses;
    }

    List<EntryCode> codes() {
        return drawn.isEmpty()
                ? List.of()
                : Stream.of(drawn.split(" ")).map(EntryCode::new).toList();
    }

    ProfessionalId drawnBy() {
        return drawnBy;
    }

    Instant drawnAt() {
        return drawnAt;
    }
}
