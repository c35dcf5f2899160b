package nl.samenzicht.security.directory;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice as its reader gets it.
 *
 * @param kind what happened, such as {@code function.proposed}; the screens have words for it
 * @param about the opaque number of what it is about
 */
public record NoticeCard(UUID id, String kind, UUID about, Instant at, boolean read) {}
