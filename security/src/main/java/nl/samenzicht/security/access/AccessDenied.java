package nl.samenzicht.security.access;

import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.ledger.EntryRef;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Step;

/**
 * The gate said no. Carries the reason in the form that may be told, never the true one: that stays in the ledger.
 *
 * <p>Screens show it as a normal state with what would make the act possible; REST shows it as problem details.
 */
public class AccessDenied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason told;
    private final DataCategory category;
    private final Purpose purpose;
    private final transient List<Step> help;
    private final transient Optional<EntryRef> entry;

    AccessDenied(Reason told, DataCategory category, Purpose purpose, List<Step> help, Optional<EntryRef> entry) {
        super("refused: " + told, null, false, false);
        this.told = told;
        this.category = category;
        this.purpose = purpose;
        this.help = List.copyOf(help);
        this.entry = entry;
    }

    /** The reason as it may be told to the asker. */
    public Reason told() {
        return told;
    }

    public DataCategory category() {
        return category;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** What would make it possible, most likely first; may be empty. */
    public List<Step> help() {
        return help;
    }

    /** The log entry of the refusal; empty when the ledger itself could not be reached. */
    public Optional<EntryRef> entry() {
        return entry;
    }
}
