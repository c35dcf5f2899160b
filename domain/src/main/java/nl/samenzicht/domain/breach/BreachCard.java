package nl.samenzicht.domain.breach;

import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.Regime;

/**
 * One breach in a list.
 *
 * @param number such as {@code DL-000042}
 * @param toldBy the agency that told of it; empty for one's own finding
 */
public record BreachCard(
        String number, Regime regime, Set<Nature> natures, Optional<AgencyCard> toldBy, Course course) {
    public BreachCard {
        natures = Set.copyOf(natures);
    }
}
