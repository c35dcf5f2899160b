package nl.samenzicht.security.signin;

import java.time.Instant;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;

/** One of somebody's own open sessions. */
public record SessionCard(
        SessionId id,
        Function function,
        String address,
        String device,
        Instant startedAt,
        Instant seenAt,
        boolean here) {}
