package nl.samenzicht.domain.officer;

import java.util.UUID;

/**
 * A set of filters that an officer keeps under a name.
 *
 * @param name as the officer gave it
 * @param limits what it limits the log to, as it stands in the address of the log
 */
public record SavedFilter(UUID id, String name, String limits) {}
