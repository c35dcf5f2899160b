package nl.samenzicht.security.directory;

import java.time.Instant;
import java.util.Optional;

/** An agency in the list of those that take part, with the municipality that it is or works for. */
public record AgencyEntry(AgencyCard agency, Optional<String> municipality, Instant since) {}
