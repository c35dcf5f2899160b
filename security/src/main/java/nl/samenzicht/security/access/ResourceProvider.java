package nl.samenzicht.security.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    /**
     * Returns the facts of items that lie in cases of others, with the bars on them for {@code who}. What the asker's agency knows already is left out: its own items, and those of cases
     * that it takes part in. Asks the same questions however many of the numbers are of items that there are. A provider
     * that does not say otherwise knows of nobody.
     */
    default Map<UUID, ElsewhereFacts> factsElsewhere(Collection<UUID> items, ActingProfessional who, Instant at) {
        return Map.of();
    }
}
