package nl.samenzicht.security.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One function of one professional as managers see it.
 *
 * @param proposedBy who proposed it; nobody for the first set-up
 * @param waiting whether it waits for a second person
 */
public record HoldingCard(
        UUID id,
        ProfessionalId professional,
        Function function,
        Optional<ProfessionalId> proposedBy,
        Instant proposedAt,
        boolean waiting) {}
