package nl.samenzicht.security.access;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.ledger.EntryRef;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Condition;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;

/**
 * Proof that an act was decided on and is on record; holding one is the only way to content.
 *
 * <p>Only {@link AccessGate} makes grants. A grant belongs to the transaction in which it was given and names exactly the
 * item versions that it covers; used in another transaction, or for another item, it is refused. It is never stored and
 * never leaves the server.
 */
public final class AccessGrant {

    private final AccessRequest request;
    private final Map<UUID, GrantedItem> items;
    private final EntryRef entry;
    private final Object transaction;
    private final boolean emergency;
    private final Condition condition;
    private final Map<DataCategory, SectionState> sections;
    private final Set<Action> possible;

    AccessGrant(
            AccessRequest request,
            List<GrantedItem> items,
            EntryRef entry,
            Object transaction,
            boolean emergency,
            Condition condition,
            Map<DataCategory, SectionState> sections,
            Set<Action> possible) {
        this.condition = condition;
        this.sections = Map.copyOf(sections);
        this.possible = Set.copyOf(possible);
        this.request = request;
        this.items = items.stream().collect(toUnmodifiableMap(GrantedItem::item, Function.identity()));
        this.entry = entry;
        this.transaction = transaction;
        this.emergency = emergency;
    }

    /**
     * One item version that the grant covers.
     *
     * @param keyHolder the agency whose key wrap opens it
     * @param earlierVersions whether earlier versions are covered too; only for one's own items
     * @param obligations what must be done to the content before it is shown
     * @param share the share through which it is seen; empty for one's own items
     * @param withheld keys of fields that the share leaves out
     */
    public record GrantedItem(
            UUID item,
            int version,
            AgencyId owner,
            AgencyId keyHolder,
            Regime regime,
            boolean earlierVersions,
            Set<Obligation> obligations,
            Optional<UUID> share,
            Set<String> withheld) {
        public GrantedItem {
            obligations = Set.copyOf(obligations);
            withheld = Set.copyOf(withheld);
        }
    }

    public ActingProfessional who() {
        return request.who();
    }

    public Action action() {
        return request.action();
    }

    public Purpose purpose() {
        return request.purpose();
    }

    public DataCategory category() {
        return request.resource().category();
    }

    /** The case that the grant is about; empty for acts without one. */
    public Optional<UUID> caseFile() {
        return request.resource().caseFile();
    }

    public Instant at() {
        return request.at();
    }

    /** The log entry that records this act, with the code that is printed on the screen. */
    public EntryRef entry() {
        return entry;
    }

    /** Whether this was given under break-glass. */
    public boolean emergency() {
        return emergency;
    }

    public Set<UUID> items() {
        return items.keySet();
    }

    /** What the grant says of one item; empty when it does not cover it. */
    public Optional<GrantedItem> of(UUID item) {
        return Optional.ofNullable(items.get(item));
    }

    /** Whether this version of this item is covered. */
    public boolean covers(UUID item, int version) {
        var granted = items.get(item);
        return granted != null
                && (granted.version() == version || (granted.earlierVersions() && version < granted.version()));
    }

    /** Which resources a list or a search under this grant may contain; the repository makes it part of its query. */
    public Condition condition() {
        return condition;
    }

    /** How each category of the case stands for the asker; filled for a case's card only. */
    public Map<DataCategory, SectionState> sections() {
        return sections;
    }

    /** Which of the other acts that were asked about would be admitted too; opens nothing. */
    public Set<Action> possible() {
        return possible;
    }

    /**
     * Checks that the grant is for {@code action} and was given in the running transaction.
     *
     * @throws IllegalStateException when it is not; a programming error that must not be caught
     */
    public AccessGrant usedFor(Action action, Object runningTransaction) {
        if (request.action() != action) {
            throw new IllegalStateException(
                    "Grant %s is for '%s', not for '%s'".formatted(entry.code(), request.action(), action));
        }
        if (!transaction.equals(runningTransaction)) {
            throw new IllegalStateException("Grant %s belongs to another transaction".formatted(entry.code()));
        }
        return this;
    }

    @Override
    public String toString() {
        return "AccessGrant[%s, %s, %d items]".formatted(entry.code(), request.action(), items.size());
    }
}
