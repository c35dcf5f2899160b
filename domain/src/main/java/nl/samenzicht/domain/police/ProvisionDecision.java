package nl.samenzicht.domain.police;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.Purpose;

/**
 * What a provision decision says.
 *
 * @param reference number or name under which the police keep the decision; 3 to 80 characters
 * @param onwardAllowed whether the recipient may pass the data on
 * @param until first instant at which nothing may be provided under it any more
 */
public record ProvisionDecision(
        ProvisionArticle article,
        String reference,
        WeightyInterest interest,
        AgencyId recipient,
        Purpose purpose,
        boolean onwardAllowed,
        Instant until) {
    public ProvisionDecision {
        requireNonNull(article, "article");
        requireNonNull(interest, "interest");
        requireNonNull(recipient, "recipient");
        requireNonNull(purpose, "purpose");
        requireNonNull(until, "until");
        reference = reference == null ? "" : reference.strip();
        if (reference.length() < 3 || reference.length() > 80) {
            throw new IllegalArgumentException("Reference '%s' has not 3 to 80 characters".formatted(reference));
        }
    }
}
