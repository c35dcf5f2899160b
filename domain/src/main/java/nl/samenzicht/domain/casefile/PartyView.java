package nl.samenzicht.domain.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;

/**
 * One party of a case, as the others see it.
 *
 * @param professional the one professional who takes part; empty when the whole agency does
 * @param until first instant at which it no longer holds
 */
public record PartyView(
        UUID participation,
        AgencyCard agency,
        Optional<ProfessionalCard> professional,
        Part part,
        Purpose purpose,
        Ground ground,
        Instant from,
        Instant until,
        boolean active) {}
