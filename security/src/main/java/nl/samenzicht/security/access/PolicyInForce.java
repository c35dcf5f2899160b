package nl.samenzicht.security.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.ProductGuards;
import nl.samenzicht.security.rulebook.PublishedRulebook;
import nl.samenzicht.security.rulebook.RulebookShelf;
import nl.samenzicht.security.rulebook.Signature;

/**
 * The engine of the rulebook that is in force now, compiled once for each version, and who is bound by it. Each node looks
 * at the shelf again after at most two seconds; a signature only ever opens something, so being late refuses.
 */
@ApplicationScoped
public class PolicyInForce {
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();

    private final RulebookShelf shelf;
    private final Clock clock;
    private volatile State state;

    protected PolicyInForce() {
        this(null, null);
    }

    @Inject
    public PolicyInForce(RulebookShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    private record State(PublishedRulebook version, PolicyEngine engine, Set<AgencyId> signed, long readAt) {}

    /** Returns the engine to decide with at this moment. */
    public PolicyEngine engine() {
        return now().engine();
    }

    /** Returns the version that the engine was compiled from. */
    public PublishedRulebook version() {
        return now().version();
    }

    /** Returns whether an agency has signed the rulebook in force. */
    public boolean signedBy(AgencyId agency) {
        return now().signed().contains(agency);
    }

    /** Looks at the shelf at the next question, such as after a signature here. */
    public void lookAgain() {
        state = null;
    }

    private State now() {
        var known = state;
        if (known != null && System.nanoTime() - known.readAt() < LOOK_AGAIN_NANOS) {
            return known;
        }
        var version = shelf.inForce(clock.instant());
        var engine = known != null && known.version().reference().equals(version.reference())
                ? known.engine()
                : new PolicyEngine(version.rulebook(), ProductGuards.all());
        var signed = shelf.signatures(version.reference()).stream()
                .map(Signature::agency)
                .collect(toUnmodifiableSet());
        var read = new State(version, engine, signed, System.nanoTime());
        state = read;
        return read;
    }
}
