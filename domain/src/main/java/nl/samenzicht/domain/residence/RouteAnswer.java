package nl.samenzicht.domain.residence;

import java.util.Optional;

/** What somebody decided about reporting to the police. */
public enum RouteAnswer {
    /** Makes a complaint as a victim (aangifte). */
    COMPLAINT,
    /** Cooperates with the investigation otherwise (medewerking). */
    COOPERATION,
    /** Makes a complaint as a witness; such people have no reflection period. */
    WITNESS,
    /** Cannot cooperate, by a serious threat or a medical or mental limitation; a ground of its own. */
    UNABLE,
    /** Does neither. */
    NONE;

    /** Whether the police send model M55 after it. */
    public boolean leadsToM55() {
        return this == COMPLAINT || this == COOPERATION || this == WITNESS;
    }

    /** How it ends a reflection period that still runs; empty when it does not. */
    public Optional<EarlyEnd> ends() {
        return switch (this) {
            case COMPLAINT -> Optional.of(EarlyEnd.COMPLAINT);
            case COOPERATION -> Optional.of(EarlyEnd.COOPERATION);
            default -> Optional.empty();
        };
    }
}
