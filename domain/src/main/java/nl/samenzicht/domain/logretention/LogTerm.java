package nl.samenzicht.domain.logretention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.samenzicht.verifier.Removal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the log is kept, in months; what an operator sets, and never under five years. */
@ApplicationScoped
public class LogTerm {
    private final int months;

    /** For CDI, which needs it to make a proxy. */
    protected LogTerm() {
        this(Removal.SHORTEST_TERM);
    }

    /**
     * Takes the term.
     *
     * @throws IllegalArgumentException when it is shorter than five years
     */
    @Inject
    public LogTerm(@ConfigProperty(name = "samenzicht.ledger.term-months", defaultValue = "60") int months) {
        if (months < Removal.SHORTEST_TERM) {
            throw new IllegalArgumentException(
                    ("SAMENZICHT_LEDGER_TERM_MONTHS is '%d': the log is kept for at least %d" + " months from writing")
                            .formatted(months, Removal.SHORTEST_TERM));
        }
        this.months = months;
    }

    /** The term in months. */
    public int months() {
        return months;
    }
}
