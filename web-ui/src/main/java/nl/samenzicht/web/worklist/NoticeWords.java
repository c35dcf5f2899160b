package nl.samenzicht.web.worklist;

import java.util.Optional;
import nl.samenzicht.security.directory.NoticeCard;
import nl.samenzicht.web.Terms;

/** What each kind of notice says, and where it leads. */
final class NoticeWords {
    private NoticeWords() {}

    /** The sentence; a kind that this page does not know is said in general words rather than hidden. */
    static String of(NoticeCard notice) {
        var key = "notice." + notice.kind();
        return Terms.text(Terms.has(key) ? key : "notice.other");
    }

    /** The address where the reader can act on it or see more; the page there asks the gate itself. */
    static Optional<String> place(NoticeCard notice) {
        return switch (notice.kind()) {
            case "share.offered" -> Optional.of("shares?direction=in&share=" + notice.about());
            case "share.ended" -> Optional.of("shares?direction=in&share=" + notice.about());
            case "share.accepted", "share.declined" -> Optional.of("shares?direction=out&share=" + notice.about());
            case "request.asked" -> Optional.of("requests");
            case "request.shared" -> Optional.of("shares?direction=in&state=OFFERED");
            case "report.arrived" -> Optional.of("received-reports");
            case "report.confirmed", "report.refused", "report.stopped" -> Optional.of("reports");
            case "elsewhere.told", "elsewhere.contact-asked", "elsewhere.agreed" -> Optional.of("elsewhere");
            case "emergency.used", "emergency.many" -> Optional.of("officer/emergencies");
            case "rights.told", "rights.confirmed" -> Optional.of("officer/requests");
            case "breach.recorded", "breach.told" -> Optional.of("officer/breaches");
            case "supervision.commented" -> Optional.of("officer/supervision");
            case "function.proposed", "function.started", "function.declined", "work.ended", "reset.begun" ->
                Optional.of("admin/people");
            case "retention.proposed", "retention.lift-asked" -> Optional.of("officer/retention");
            case "restore.declared" -> Optional.of("officer/log?action=RESTORE");
            case "witness.alarm" -> Optional.of("officer/verify");
            case "log-retention.proposed",
                    "log-retention.approved",
                    "log-retention.refused",
                    "log-retention.objected",
                    "log-retention.stopped",
                    "log-retention.removed" -> Optional.of("admin/log-retention");
            case "rulebook.signed", "rulebook.advised" -> Optional.of("rulebook");
            case "term.ends-soon", "term.ends-urgent", "term.ends-today" -> Optional.of("cases/" + notice.about());
            default ->
                notice.kind().startsWith("signal.") ? Optional.of("signals/" + notice.about()) : Optional.empty();
        };
    }
}
