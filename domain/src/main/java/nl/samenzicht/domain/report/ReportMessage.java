package nl.samenzicht.domain.report;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/**
 * A message in the outbox, sealed for its receiver when it was written; whoever carries it cannot read it. Its number is the
 * key under which the receiver counts it once, however often it arrives.
 */
@Entity
@Table(name = "report_message")
public class ReportMessage {

    static final String TABLE = "report_message";

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int DOUBLINGS = 10;

    @Id
    private UUID id;

    @Column(name = "report_id")
    private UUID report;

    private int number;

    @Column(name = "report_version")
    private int reportVersion;

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    @Column(name = "rests_on")
    private String restsOn;

    private byte[] envelope;

    @Enumerated(EnumType.STRING)
    private Delivery delivery;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    private String problem;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    private byte[] mac;

    @Version
    private long version;

    protected ReportMessage() {}

    /**
     * Writes a message.
     *
     * @param restsOn the consents without which it may not go; none for one that takes the report back
     */
    ReportMessage(
            UUID id,
            UUID report,
            int number,
            int reportVersion,
            MessageKind kind,
            Set<UUID> restsOn,
            byte[] envelope,
            Instant at) {
        this.id = id;
        this.report = report;
        this.number = number;
        this.reportVersion = reportVersion;
        this.kind = kind;
        this.restsOn = restsOn.stream().map(UUID::toString).sorted().collect(joining(" "));
        this.envelope = envelope.clone();
        this.delivery = Delivery.WAITING;
        this.nextAttemptAt = at;
        this.writtenAt = at;
    }

    /**
     * Takes the message to carry it. The next attempt is put off at once, so that a carrier who never comes back leaves it to
     * be tried again: each wait is twice the one before, up to six hours.
     */
    void take(Instant at) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        attempts++;
        nextAttemptAt = at.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    /** It was not delivered, or nobody knows; it is tried again. */
    void fail(String why) {
        if (delivery == Delivery.WAITING) {
            problem = why;
        }
    }

    /** It was handed over. */
    void deliver(Instant at) {
        if (delivery == Delivery.WAITING) {
            delivery = Delivery.DELIVERED;
            problem = null;
            deliveredAt = at;
        }
    }

    /** It was confirmed; a receipt may come before we know that it was handed over. */
    void confirm(Instant at) {
        if (delivery != Delivery.CONFIRMED) {
            delivery = Delivery.CONFIRMED;
            problem = null;
            deliveredAt = deliveredAt == null ? at : deliveredAt;
            confirmedAt = at;
        }
    }

    /** The receiver will not have it; a confirmed message is not refused any more. */
    boolean refuse(String why) {
        if (delivery == Delivery.CONFIRMED || delivery == Delivery.REFUSED) {
            return false;
        }
        delivery = Delivery.REFUSED;
        problem = why;
        return true;
    }

    /** It is not carried any more: what it rests on does not hold now. */
    void stop() {
        if (delivery == Delivery.WAITING) {
            delivery = Delivery.STOPPED;
            problem = null;
        }
    }

    /** Whether it surely is here still: it waits, and nobody tried to carry it. */
    boolean isUntried() {
        return delivery == Delivery.WAITING && attempts == 0;
    }

    /** Forgets what was sealed for the way; one that still waits is not carried any more. */
    void forget() {
        stop();
        envelope = new byte[0];
    }

    /** Says what does not fit about an answer, without changing how far the message is. */
    void note(String oddity) {
        problem = oddity;
    }

    ReportMessage sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of(TABLE)
                .id(id)
                .id(report)
                .number(number)
                .number(reportVersion)
                .code(kind)
                .text(restsOn)
                .bytes(envelope)
                .code(delivery);
    }

    UUID id() {
        return id;
    }

    UUID report() {
        return report;
    }

    int number() {
        return number;
    }

    int reportVersion() {
        return reportVersion;
    }

    MessageKind kind() {
        return kind;
    }

    Set<UUID> restsOn() {
        return restsOn.isEmpty()
                ? Set.of()
                : Arrays.stream(restsOn.split(" ")).map(UUID::fromString).collect(toUnmodifiableSet());
    }

    /** Whether it has left, as far as we know. */
    boolean handedOver() {
        return delivery == Delivery.DELIVERED || delivery == Delivery.CONFIRMED;
    }

    byte[] envelope() {
        return envelope.clone();
    }

    Delivery delivery() {
        return delivery;
    }

    int attempts() {
        return attempts;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    Instant writtenAt() {
        return writtenAt;
    }

    Optional<Instant> deliveredAt() {
        return Optional.ofNullable(deliveredAt);
    }

    Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }
}
