package nl.samenzicht.security.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Purpose;

/**
 * One question to the gate: who wants to do what, to which resource, for which purpose, at which instant.
 *
 * @param why what the asker typed as a reason, where the act asks for one; kept sealed in the ledger
 * @param counterpart the other side of an act that has one: whom to share with, whom to invite
 */
public record AccessRequest(
        ActingProfessional who,
        Action action,
        ResourceRef resource,
        Purpose purpose,
        Instant at,
        Optional<String> why,
        Optional<Counterpart> counterpart) {

    public AccessRequest {
        requireNonNull(who, "who");
        requireNonNull(action, "action");
        requireNonNull(resource, "resource");
        requireNonNull(purpose, "purpose");
        requireNonNull(at, "at");
    }

    public static AccessRequest of(
            ActingProfessional who, Action action, ResourceRef resource, Purpose purpose, Instant at) {
        return new AccessRequest(who, action, resource, purpose, at, Optional.empty(), Optional.empty());
    }

    /** The same question about another act. */
    AccessRequest doing(Action other) {
        return new AccessRequest(who, other, resource, purpose, at, why, counterpart);
    }

    /** The same question with the words that the asker gave as a reason. */
    public AccessRequest because(String words) {
        return new AccessRequest(who, action, resource, purpose, at, Optional.of(words), counterpart);
    }

    /** The same question with the other side named. */
    public AccessRequest with(Counterpart other) {
        return new AccessRequest(who, action, resource, purpose, at, why, Optional.of(other));
    }
}
