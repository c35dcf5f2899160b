package nl.samenzicht.web.worklist;

import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.directory.NoticeCard;
import nl.samenzicht.web.Terms;

/** What each kind of notice says, and where it leads. */
final class NoticeWords {
    private static final Set<String> KNOWN = Set.of(
            "share.offered",
            "share.accepted",
            "share.declined",
            "share.ended",
            "request.asked",
            "request.shared",
            "request.refused",
            "emergency.used",
            "emergency.on-our-case",
            "rulebook.signed",
            "rulebook.advised",
            "report.arrived",
            "report.confirmed",
            "report.refused",
            "report.stopped",
            "function.proposed",
            "function.started",
            "function.yours",
            "function.declined",
            "function.ended",
            "work.ended",
            "reset.begun",
            "reset.yours",
            "signal.received",
            "signal.taken",
            "signal.more-asked",
            "signal.answered",
            "signal.passed-on",
            "signal.taken-up",
            "signal.closed");

    private NoticeWords() {}

    /** The sentence; a kind that this page does not know is said in general words rather than hidden. */
    static String of(NoticeCard notice) {
        return Terms.text(KNOWN.contains(notice.kind()) ? "notice." + notice.kind() : "notice.other");
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
            case "emergency.used" -> Optional.of("officer/emergencies");
            case "function.proposed", "function.started", "function.declined", "work.ended", "reset.begun" ->
                Optional.of("admin/people");
            case "rulebook.signed", "rulebook.advised" -> Optional.of("rulebook");
            default ->
                notice.kind().startsWith("signal.") ? Optional.of("signals/" + notice.about()) : Optional.empty();
        };
    }
}
