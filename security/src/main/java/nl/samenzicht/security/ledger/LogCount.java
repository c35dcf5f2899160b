package nl.samenzicht.security.ledger;

import java.util.Optional;

/**
 * How many lines of acts by an agency's own people have the same of everything here.
 *
 * @param reason why it was refused, as far as the agency may know
 */
public record LogCount(
        String action,
        Outcome outcome,
        Optional<String> purpose,
        Optional<String> reason,
        boolean emergency,
        long lines) {}
