package nl.samenzicht.domain.signal;

import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.security.directory.AgencyCard;

/**
 * One signal in a list, without content.
 *
 * @param from the agency from which it came
 * @param fromMe whether the reader wrote it
 * @param holder the agency that decides on it; empty for a draft
 * @param assignee the name of whoever took it, for the agency that decides on it
 * @param mine whether the reader took it
 * @param respondBy first instant at which somebody should have taken it; empty when somebody has
 * @param decideBy first instant at which it should have been decided on; empty when it was
 */
public record SignalCard(
        SignalId id,
        String number,
        SignalState state,
        boolean urgent,
        AgencyCard from,
        boolean fromMe,
        Optional<AgencyCard> holder,
        Optional<String> assignee,
        boolean mine,
        Instant begunAt,
        Optional<Instant> sentAt,
        Optional<Instant> respondBy,
        Optional<Instant> decideBy) {}
