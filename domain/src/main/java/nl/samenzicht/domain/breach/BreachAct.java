package nl.samenzicht.domain.breach;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.store.Concerns;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;

/** One thing that was done about a breach. Rows are added and never changed. */
@Entity
@Table(name = "breach_act")
@Concerns("r.breach in (select b.id from Breach b where b.agency = :agency)")
public class BreachAct implements BreachRow {

    @Id
    private UUID id;

    private UUID breach;
    private int serial;

    @Enumerated(EnumType.STRING)
    private BreachStep step;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Enumerated(EnumType.STRING)
    private Risk risk;

    private boolean complete;

    @Enumerated(EnumType.STRING)
    private SilenceGround ground;

    @Column(name = "sealed_delay")
    private byte[] sealedDelay;

    @Column(name = "sealed_words")
    private byte[] sealedWords;

    @Column(name = "done_by")
    private ProfessionalId doneBy;

    @Column(name = "done_at")
    private Instant doneAt;

    private byte[] mac;

    protected BreachAct() {}

    /** A new one; the serial counts those of the breach, from 1. */
    BreachAct(UUID breach, int serial, BreachDoing doing, ProfessionalId by, Instant at, Sealer sealer) {
        this.id = TimeOrderedId.next();
        this.breach = breach;
        this.serial = serial;
        this.step = doing.step();
        this.happenedAt = doing.at();
        this.risk = doing.risk().orElse(null);
        this.complete = doing.complete();
        this.ground = doing.ground().orElse(null);
        this.sealedDelay = doing.delay()
                .map(why -> sealer.seal(place("delay"), why.getBytes(UTF_8)))
                .orElse(null);
        this.sealedWords = sealer.seal(place("words"), doing.words().getBytes(UTF_8));
        this.doneBy = by;
        this.doneAt = at;
    }

    private String place(String what) {
        return "breach-act:%s:%s".formatted(id, what);
    }

    /** What was done. */
    BreachDoing doing(Sealer sealer) {
        return new BreachDoing(
                step,
                happenedAt,
                Optional.ofNullable(risk),
                complete,
                Optional.ofNullable(ground),
                Optional.ofNullable(sealedDelay).map(bytes -> new String(sealer.open(place("delay"), bytes), UTF_8)),
                new String(sealer.open(place("words"), sealedWords), UTF_8));
    }

    BreachAct sign(RowMac macs) {
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
        return Canonical.of("breach_act")
                .id(id)
                .id(breach)
                .number(serial)
                .code(step)
                .time(happenedAt)
                .code(risk)
                .flag(complete)
                .code(ground)
                .bytes(sealedDelay)
                .bytes(sealedWords)
                .id(doneBy.value())
                .time(doneAt);
    }

    @Override
    public UUID breach() {
        return breach;
    }

    @Override
    public int serial() {
        return serial;
    }

    ProfessionalId doneBy() {
        return doneBy;
    }

    Instant doneAt() {
        return doneAt;
    }
}
