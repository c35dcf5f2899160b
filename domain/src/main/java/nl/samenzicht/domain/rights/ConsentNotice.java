package nl.samenzicht.domain.rights;

import java.time.Instant;
import java.util.Optional;

/**
 * That the recipient was told that a consent was withdrawn.
 *
 * @param outcome what they did with what they have; empty while they have not confirmed
 */
public record ConsentNotice(Instant toldAt, Optional<NoticeOutcome> outcome, Optional<Instant> confirmedAt) {}
