package nl.samenzicht.domain.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.consent.Consents;
import nl.samenzicht.domain.report.ReceivedReport.OverlapView;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.policy.Action;

/**
 * The reports that were sent to one's own agency, and confirming that they came. The receiver sees the report and not the
 * case that it came from. Reports that share a pseudonym are shown beside each other; whether they are about one person is
 * for people to say.
 */
@ApplicationScoped
public class ReportInbox {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int MOST = 200;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Reports reports;
    private final ReportOutbox outbox;
    private final Consents consents;
    private final Directory directory;
    private final Clock clock;

    protected ReportInbox() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public ReportInbox(
            AccessGate gate,
            CurrentProfessional current,
            Reports reports,
            ReportOutbox outbox,
            Consents consents,
            Directory directory,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.reports = reports;
        this.outbox = outbox;
        this.consents = consents;
        this.directory = directory;
        this.clock = clock;
    }

    /** The tasks of which the asker could see received reports; for drawing the menu and the page. Is not recorded. */
    @Transactional
    public List<ReportTask> tasks() {
        return Arrays.stream(ReportTask.values())
                .filter(task -> gate.wouldAdmit(list(task)))
                .toList();
    }

    private AccessRequest list(ReportTask task) {
        return AccessRequest.of(
                current.current(),
                Action.VIEW_REPORT,
                new ResourceRef.OfAgency(task.category()),
                task.purpose(),
                clock.instant());
    }

    /** What arrived for a task, newest first, without what it says. */
    @Transactional
    public List<ReceivedReport> received(ReportTask task) {
        var grant = gate.admit(list(task));
        var own = grant.who().agency();
        var arrived =
                reports.sentTo(own, task, MOST).stream().filter(this::arrived).toList();
        var overlaps = overlaps(own, arrived.stream().map(Report::id).toList());
        return arrived.stream()
                .map(report -> view(report, overlaps.getOrDefault(report.id(), List.of())))
                .toList();
    }

    private boolean arrived(Report report) {
        return reports.arrived(report).isPresent();
    }

    private Map<UUID, List<OverlapView>> overlaps(AgencyId receiver, List<UUID> ids) {
        var views = new LinkedHashMap<UUID, Map<UUID, OverlapView>>();
        for (var overlap : reports.overlaps(receiver, ids)) {
            var sure = overlap.kind().equals("V_NUMBER");
            reports.find(overlap.other())
                    .filter(this::arrived)
                    .map(other ->
                            new OverlapView(other.id(), directory.agency(other.sender()), other.reference(), sure))
                    .ifPresent(view -> views.computeIfAbsent(overlap.report(), any -> new LinkedHashMap<>())
                            .merge(overlap.other(), view, (one, two) -> one.sure() ? one : two));
        }
        var lists = new LinkedHashMap<UUID, List<OverlapView>>();
        views.forEach((id, each) -> lists.put(id, new ArrayList<>(each.values())));
        return lists;
    }

    private ReceivedReport view(Report report, List<OverlapView> overlaps) {
        var messages = reports.messagesOf(report.id());
        return new ReceivedReport(
                report.id(),
                directory.agency(report.sender()),
                report.task(),
                report.sentBasis().orElse(report.basis()),
                report.state(),
                report.state() == ReportState.WITHDRAWN && report.isDestroyed(),
                report.victim(),
                report.reference(),
                (int) messages.stream()
                        .filter(message -> message.delivery() == Delivery.DELIVERED)
                        .count(),
                messages.stream().anyMatch(message -> message.kind() == MessageKind.CORRECTION && message.handedOver()),
                report.sentAt().orElse(report.changedAt()),
                overlaps);
    }

    /** Opens a report that was sent to one's own agency, in the version that arrived last. */
    @Transactional
    public ReceivedReport.Opened open(UUID id, ReportTask task) {
        var grant = gate.admit(about(id, task, Action.VIEW_REPORT));
        var report = reports.find(id).orElseThrow();
        return new ReceivedReport.Opened(
                view(report, overlaps(grant.who().agency(), List.of(id)).getOrDefault(id, List.of())),
                ReportFields.standard().of(task, LocalDate.ofInstant(grant.at(), AMSTERDAM)),
                report.state() == ReportState.WITHDRAWN
                        ? Map.of()
                        : reports.read(
                                        grant,
                                        report,
                                        reports.arrived(report).orElseThrow().reportVersion())
                                .values(),
                consents.parentBlocked(report.caseFile()),
                grant.entry().code());
    }

    private AccessRequest about(UUID id, ReportTask task, Action action) {
        return AccessRequest.of(
                current.current(),
                action,
                new ResourceRef.OfReport(Optional.empty(), id, task.category()),
                task.purpose(),
                clock.instant());
    }

    /**
     * Confirms that everything of a report that was handed over has been taken in, and gives the reference: the same for
     * each later message, so that a correction never becomes a second victim.
     */
    @Transactional
    public String confirm(UUID id, ReportTask task) {
        var grant = gate.admit(about(id, task, Action.CONFIRM_REPORT));
        var report = reports.hold(id).orElseThrow();
        var open = reports.messagesOf(id).stream()
                .filter(message -> message.delivery() == Delivery.DELIVERED)
                .toList();
        if (open.isEmpty()) {
            throw new NotPossible("report.error.nothing-to-confirm");
        }
        var reference = report.reference()
                .orElseGet(() -> "CM-%d-%06d"
                        .formatted(LocalDate.ofInstant(grant.at(), AMSTERDAM).getYear(), reports.nextReference()));
        open.forEach(message -> outbox.confirm(message, reference));
        return reference;
    }
}
