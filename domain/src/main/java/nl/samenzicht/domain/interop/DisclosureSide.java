package nl.samenzicht.domain.interop;

import java.util.Set;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;

/** Which side of a disclosure a line is on. */
enum DisclosureSide {
    /** Nothing was disclosed. */
    NOT,
    /** The agency whose log it is disclosed, or others did so with its data. */
    AT_SOURCE,
    /** The agency whose log it is received. */
    AT_RECIPIENT;

    private static final Set<String> TAKING_OUT =
            Set.of(Action.EXPORT.name(), Action.REPORT.name(), Action.GIVE_COPY.name());
    private static final Set<String> GIVING =
            Set.of(Action.SHARE_ITEM.name(), Action.SEND_SIGNAL.name(), Action.KNOWN_ELSEWHERE.name());

    static DisclosureSide of(LogLine line) {
        var event = line.event();
        var given = TAKING_OUT.contains(event.action())
                || (GIVING.contains(event.action()) && !event.recipients().isEmpty());
        if (event.outcome() != Outcome.PERMITTED || !given) {
            return NOT;
        }
        var entry = line.entry();
        return entry.recipient() && !entry.actor() && !entry.holder() ? AT_RECIPIENT : AT_SOURCE;
    }
}
