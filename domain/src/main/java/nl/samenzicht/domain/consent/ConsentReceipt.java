package nl.samenzicht.domain.consent;

import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * What the person gets to keep of their answer (AVG 7(1)). It does not name the person, so that a receipt that somebody finds
 * tells nothing about whom it is.
 *
 * @param number by which the answer is found again, such as {@code TS-9F3A21BC}
 * @param recorder the agency that recorded it, where it can be withdrawn
 * @param recipient the agency that may, or may not, have the data
 * @param until the first moment at which it does not hold any more
 */
public record ConsentReceipt(
        String number,
        String recorder,
        String recipient,
        Purpose purpose,
        DataCategory category,
        ConsentState state,
        GivenBy givenBy,
        Instant recordedAt,
        Instant until,
        Optional<Instant> withdrawnAt) {}
