package nl.samenzicht.domain.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.store.Concerns;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.policy.DataCategory;

/** One thing that was done about a request. Rows are added and never changed. */
@Entity
@Table(name = "rights_act")
@Concerns("r.request in (select q.id from RightsRequest q where q.agency = :agency)")
public class RequestAct implements SealedRow {

    @Id
    private UUID id;

    private UUID request;
    private int serial;

    @Enumerated(EnumType.STRING)
    private HandlingStep step;

    @Enumerated(EnumType.STRING)
    private RequestDecision decision;

    @Enumerated(EnumType.STRING)
    private WithholdingGround ground;

    private String categories;

    @Column(name = "from_day")
    private LocalDate fromDay;

    @Column(name = "until_day")
    private LocalDate untilDay;

    @Column(name = "sealed_words")
    private byte[] sealedWords;

    @Column(name = "done_by")
    private ProfessionalId doneBy;

    @Column(name = "done_at")
    private Instant doneAt;

    private byte[] mac;

    protected RequestAct() {}

    /**
     * A new one.
     *
     * @param serial its place among those of the request, from 1
     */
    RequestAct(UUID request, int serial, Doing doing, ProfessionalId by, Instant at, Sealer sealer) {
        this.id = TimeOrderedId.next();
        this.request = request;
        this.serial = serial;
        this.step = doing.step();
        this.decision = doing.decision().orElse(null);
        this.ground = doing.ground().orElse(null);
        this.categories = CategoryCodes.text(doing.categories());
        this.fromDay = doing.from().orElse(null);
        this.untilDay = doing.until().orElse(null);
        this.sealedWords = sealer.seal(place(), doing.words().getBytes(UTF_8));
        this.doneBy = by;
        this.doneAt = at;
    }

    private String place() {
        return "rights-act:" + id;
    }

    /** What was done. */
    Doing doing(Sealer sealer) {
        return new Doing(
                step,
                decision(),
                Optional.ofNullable(ground),
                CategoryCodes.of(categories),
                Optional.ofNullable(fromDay),
                Optional.ofNullable(untilDay),
                new String(sealer.open(place(), sealedWords), UTF_8));
    }

    RequestAct sign(RowMac macs) {
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
        return Canonical.of("rights_act")
                .id(id)
                .id(request)
                .number(serial)
                .code(step)
                .code(decision)
                .code(ground)
                .text(categories)
                .text(fromDay == null ? null : fromDay.toString())
                .text(untilDay == null ? null : untilDay.toString())
                .bytes(sealedWords)
                .id(doneBy.value())
                .time(doneAt);
    }

    UUID request() {
        return request;
    }

    int serial() {
        return serial;
    }

    HandlingStep step() {
        return step;
    }

    Optional<RequestDecision> decision() {
        return Optional.ofNullable(decision);
    }

    Optional<WithholdingGround> ground() {
        return Optional.ofNullable(ground);
    }

    Set<DataCategory> categories() {
        return CategoryCodes.of(categories);
    }

    ProfessionalId doneBy() {
        return doneBy;
    }

    Instant doneAt() {
        return doneAt;
    }
}
