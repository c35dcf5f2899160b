package nl.samenzicht.domain.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.oversight.DecisionReplay;
import nl.samenzicht.security.oversight.Replay;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.ProductGuards;
import nl.samenzicht.security.rulebook.RulebookShelf;

/** Makes a decision of the log again, for an officer who wants to see that the rulebook of then gives the same. */
@ApplicationScoped
public class DecisionReviews {
    private final OfficerService officers;
    private final RulebookShelf shelf;

    /** For CDI, which needs it to make a proxy. */
    protected DecisionReviews() {
        this(null, null);
    }

    @Inject
    public DecisionReviews(OfficerService officers, RulebookShelf shelf) {
        this.officers = officers;
        this.shelf = shelf;
    }

    /**
     * What came out.
     *
     * @param entry the line that records this look
     */
    public record Reviewed(Replay replay, EntryCode entry) {}

    /**
     * Makes the decision of a line again, from what this officer may see of it. It is a look at the log like any other.
     *
     * @throws IllegalArgumentException when no line with this code concerns the agency
     */
    public Reviewed review(EntryCode code) {
        var detail = officers.detail(code)
                .orElseThrow(() -> new IllegalArgumentException("No line '%s' concerns the agency".formatted(code)));
        return new Reviewed(replay(detail.line().event()), detail.entry());
    }

    private Replay replay(LedgerEvent event) {
        return DecisionReplay.without(event)
                .orElseGet(() -> shelf.find(event.rulebook())
                        .map(version -> new PolicyEngine(version.rulebook(), ProductGuards.all()))
                        .map(engine -> new DecisionReplay(engine).of(event))
                        .orElseGet(Replay.NoRulebook::new));
    }
}
