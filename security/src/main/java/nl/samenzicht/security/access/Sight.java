package nl.samenzicht.security.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Rule;

/**
 * That somebody would see an item, why, and until when. Opens nothing.
 *
 * @param rules all rules that permit it, in order of id
 * @param until the first instant at which it closes by itself; empty when it has no end
 * @param shared whether it is seen through a share
 * @param emergency whether it is seen under a break-glass that is open
 * @param withheld keys of the fields that the share leaves out
 */
public record Sight(
        UUID item,
        DataCategory category,
        AgencyId owner,
        Purpose purpose,
        List<Rule> rules,
        Optional<Instant> until,
        boolean shared,
        boolean emergency,
        Set<String> withheld) {
    public Sight {
        rules = List.copyOf(rules);
        withheld = Set.copyOf(withheld);
    }
}
