package nl.samenzicht.security.access;

import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.Flag;

/** What might be otherwise, when it is asked who would see what. Nothing of it comes true by asking. */
public enum Supposition {
    /** Every consent on which something was shared is withdrawn. */
    CONSENT_WITHDRAWN {
        @Override
        ResourceFacts on(ResourceFacts facts) {
            return facts.with(facts.items().stream().map(Supposition::withdrawn).toList());
        }
    },
    /** The cooperation framework of the case has ended. */
    FRAMEWORK_ENDED {
        @Override
        ResourceFacts on(ResourceFacts facts) {
            return facts.with(Flag.FRAMEWORK_ENDED);
        }
    };

    /** The facts as they would be. */
    abstract ResourceFacts on(ResourceFacts facts);

    private static ItemFacts withdrawn(ItemFacts item) {
        return item.consent() == ConsentState.GRANTED ? item.with(ConsentState.WITHDRAWN) : item;
    }
}
