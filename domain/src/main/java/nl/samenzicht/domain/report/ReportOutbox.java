package nl.samenzicht.domain.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.policy.ConsentState;

/**
 * What waits to be carried, and what came of it. Each method is a transaction of its own: between taking a message and
 * knowing its fate anything may stop, and then the message is still there to be tried again under its number.
 */
@ApplicationScoped
public class ReportOutbox {

    private static final int AT_ONCE = 20;

    private final Reports reports;
    private final Notices notices;
    private final Clock clock;

    protected ReportOutbox() {
        this(null, null, null);
    }

    @Inject
    public ReportOutbox(Reports reports, Notices notices, Clock clock) {
        this.reports = reports;
        this.notices = notices;
        this.clock = clock;
    }

    /** A message in the hands of a carrier. */
    public record Taken(UUID message, byte[] envelope) {}

    /** The messages whose turn it is. */
    @Transactional
    public List<UUID> due() {
        return reports.due(clock.instant(), AT_ONCE);
    }

    /**
     * Takes a message to carry it; nothing when somebody else took it meanwhile. What it rests on is looked at once more,
     * because it may have waited for days: without it the message stays here and its reporter is told.
     */
    @Transactional
    public Optional<Taken> take(UUID message) {
        var at = clock.instant();
        return reports.holdMessage(message)
                .filter(row -> row.delivery() == Delivery.WAITING
                        && !row.nextAttemptAt().isAfter(at))
                .flatMap(row -> take(row, at));
    }

    private Optional<Taken> take(ReportMessage row, Instant at) {
        var consent = reports.consentOf(row, at);
        if (!row.restsOn().isEmpty() && consent != ConsentState.GRANTED) {
            stop(row, at);
            return Optional.empty();
        }
        row.take(at);
        reports.changed(row);
        return Optional.of(new Taken(row.id(), row.envelope()));
    }

    /** Whether it left before nobody knows when it was tried; when it was not, it did not. */
    private void stop(ReportMessage row, Instant at) {
        row.stop();
        reports.changed(row);
        var report = reports.hold(row.report()).orElseThrow();
        if (row.kind() == MessageKind.REPORT && row.attempts() == 0) {
            report.recall(at);
            reports.changed(report);
        }
        notices.tell(report.sender(), report.composedBy(), "report.stopped", report.id());
    }

    /** Writes down what came of it. An answer that comes late, twice or out of order changes nothing that was certain. */
    @Transactional
    public void settle(UUID message, ReportTransport.Outcome outcome) {
        var row = reports.holdMessage(message).orElseThrow();
        if (outcome instanceof ReportTransport.HandedOver) {
            var first = row.delivery() == Delivery.WAITING;
            row.deliver(clock.instant());
            reports.changed(row);
            if (first) {
                tellReceiver(row);
            }
        } else if (outcome instanceof ReportTransport.Receipt receipt) {
            confirm(row, receipt.reference());
        } else if (outcome instanceof ReportTransport.Refusal refusal) {
            refuse(row, refusal.code());
        } else if (outcome instanceof ReportTransport.NotNow later) {
            row.fail(later.code());
            reports.changed(row);
        }
    }

    private void tellReceiver(ReportMessage row) {
        reports.find(row.report())
                .ifPresent(
                        report -> notices.tell(report.receiver(), Function.REGISTRAR, "report.arrived", report.id()));
    }

    /** Notes a receipt; one under another reference than before is noted as odd and changes nothing. */
    void confirm(ReportMessage row, String reference) {
        var at = clock.instant();
        var report = reports.hold(row.report()).orElseThrow();
        if (!report.receive(reference, at)) {
            row.note("other-reference");
            row.deliver(at);
            reports.changed(row);
            return;
        }
        var first = row.delivery() != Delivery.CONFIRMED;
        row.confirm(at);
        reports.changed(row);
        reports.changed(report);
        if (first) {
            notices.tell(report.sender(), report.composedBy(), "report.confirmed", report.id());
        }
    }

    private void refuse(ReportMessage row, String code) {
        var report = reports.hold(row.report()).orElseThrow();
        if (row.refuse(code)) {
            reports.changed(row);
            if (row.kind() == MessageKind.REPORT) {
                report.comeBack(clock.instant());
                reports.changed(report);
            }
            notices.tell(report.sender(), report.composedBy(), "report.refused", report.id());
        }
    }
}
