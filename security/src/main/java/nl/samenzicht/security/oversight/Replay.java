package nl.samenzicht.security.oversight;

import java.util.Map;
import java.util.Set;
import nl.samenzicht.security.policy.Dimension;
import nl.samenzicht.security.policy.Flag;

/** What comes out when a decision is made again from what the log recorded of it. */
public sealed interface Replay {

    /**
     * The rulebook of then gives the same: the same answer, by the same rules.
     *
     * @param mustHaveBeen what the log does not record and must have been so for that; one of the terms that are named
     * @param mustHaveHeld flags that must have been raised
     * @param mustNotHaveHeld flags that cannot have been raised
     */
    record Same(Map<Dimension, Set<String>> mustHaveBeen, Set<Flag> mustHaveHeld, Set<Flag> mustNotHaveHeld)
            implements Replay {
        public Same {
            mustHaveBeen = Map.copyOf(mustHaveBeen);
            mustHaveHeld = Set.copyOf(mustHaveHeld);
            mustNotHaveHeld = Set.copyOf(mustNotHaveHeld);
        }
    }

    /** Whatever the log did not record, the rulebook of then does not give this. */
    record Different() implements Replay {}

    /** The line records no decision, such as the end of a share that ran out. */
    record NoDecision() implements Replay {}

    /** The viewer may not see what was decided on. */
    record NotShown() implements Replay {}

    /** The version of the rulebook that decided is not here. */
    record NoRulebook() implements Replay {}
}
