package nl.samenzicht.security.access;

import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.security.directory.ActingProfessional;

/**
 * Finds the facts of a resource; casework registers the one implementation, because security knows no case file.
 *
 * <p>It reads rows without personal content and checks their MACs: a row whose MAC does not fit counts as absent, and is
 * reported as a finding to the log.
 */
public interface ResourceProvider {

    /**
     * Returns the facts of {@code resource} for {@code who}, or empty when there is no such case. The gate makes 'no such
     * case' and 'not yours' look alike; a provider does the same work for both.
     */
    Optional<ResourceFacts> factsOf(ResourceRef resource, ActingProfessional who, Instant at);
}
