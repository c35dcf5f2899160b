package nl.samenzicht.domain.officer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.officer.DisclosureRegister.Manner;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LifeCycle;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.ledger.Recipient;
import nl.samenzicht.security.policy.Action;

/** By which lines of the log somebody got to see or hold data about a person. */
public final class Disclosing {
    private static final Set<String> TAKING_OUT =
            Set.of(Action.EXPORT.name(), Action.REPORT.name(), Action.GIVE_COPY.name());

    /** Acts that give what lies in a share or a signal to the other side that the line names. */
    private static final Set<String> GIVING = Set.of(
            Action.SHARE_ITEM.name(),
            Action.SEND_SIGNAL.name(),
            Action.RECORD_ITEM.name(),
            Action.TRIAGE_SIGNAL.name());

    private Disclosing() {}

    /** How a line let somebody have something; empty when it did not. */
    public static Optional<Manner> manner(LedgerEvent event) {
        if (event.outcome() != Outcome.PERMITTED) {
            return Optional.empty();
        }
        if (TAKING_OUT.contains(event.action())) {
            return Optional.of(Manner.TAKEN_OUT);
        }
        if (event.action().equals(Action.KNOWN_ELSEWHERE.name())) {
            return Optional.of(Manner.TOLD_KNOWN);
        }
        if (GIVING.contains(event.action()) && !event.recipients().isEmpty()) {
            return Optional.of(Manner.MADE_AVAILABLE);
        }
        return event.lifeCycle() == LifeCycle.READ && !event.items().isEmpty()
                ? Optional.of(Manner.VIEWED)
                : Optional.empty();
    }

    /** The agencies that got it, each once; none where the line does not say. */
    public static List<AgencyId> receivers(LedgerEvent event, Manner manner) {
        return switch (manner) {
            case TOLD_KNOWN -> List.of();
            case VIEWED -> List.of(event.actor().agency());
            case MADE_AVAILABLE, TAKEN_OUT ->
                event.recipients().isEmpty()
                        ? List.of(event.actor().agency())
                        : event.recipients().stream()
                                .map(Recipient::agency)
                                .distinct()
                                .toList();
        };
    }
}
