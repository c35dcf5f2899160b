package nl.samenzicht.security.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * One question to the gate: who wants to do what, to which resource, for which purpose, at which instant.
 *
 * @param why what the asker typed as a reason, where the act asks for one; kept sealed in the ledger
 * @param counterpart the other side of an act that has one: whom to share with, whom to invite
 * @param rows the numbers of rows without content that the act makes or ends, such as a function or a block; the log names
 *     them, so that a row that is put back or taken away can be told from one that stands
 */
public record AccessRequest(
        ActingProfessional who,
        Action action,
        ResourceRef resource,
        Purpose purpose,
        Instant at,
        Optional<String> why,
        Optional<Counterpart> counterpart,
        List<UUID> rows) {

    public AccessRequest {
        requireNonNull(who, "who");
        requireNonNull(action, "action");
        requireNonNull(resource, "resource");
        requireNonNull(purpose, "purpose");
        requireNonNull(at, "at");
        rows = List.copyOf(rows);
    }

    public static AccessRequest of(
            ActingProfessional who, Action action, ResourceRef resource, Purpose purpose, Instant at) {
        return new AccessRequest(who, action, resource, purpose, at, Optional.empty(), Optional.empty(), List.of());
    }

    /** Asks for a list over the cases of one's own agency. */
    public static AccessRequest ofList(ActingProfessional who, Purpose purpose, Instant at) {
        return of(who, Action.LIST_CASES, new ResourceRef.OfAgency(DataCategory.CASE_HEADER), purpose, at);
    }

    /** Asks for an act on the log of one's own agency, or for one that an officer does beside it. */
    public static AccessRequest ofLog(ActingProfessional who, Action action, Purpose purpose, Instant at) {
        return of(who, action, new ResourceRef.OfAgency(DataCategory.LOG), purpose, at);
    }

    /** The same question about another act. */
    AccessRequest doing(Action other) {
        return new AccessRequest(who, other, resource, purpose, at, why, counterpart, rows);
    }

    /** The same question with the words that the asker gave as a reason. */
    public AccessRequest because(String words) {
        return new AccessRequest(who, action, resource, purpose, at, Optional.of(words), counterpart, rows);
    }

    /** The same question with the other side named. */
    public AccessRequest with(Counterpart other) {
        return new AccessRequest(who, action, resource, purpose, at, why, Optional.of(other), rows);
    }

    /** The same question with the rows named that the act makes or ends. */
    public AccessRequest about(Collection<UUID> named) {
        return new AccessRequest(who, action, resource, purpose, at, why, counterpart, List.copyOf(named));
    }
}
