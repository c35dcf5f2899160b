package nl.samenzicht.domain.officer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Rule;

/**
 * Who could see what of some cases, as far as it concerns the officer's agency: its own data for anybody, and what others keep for its
 * own people.
 *
 * @param cases empty when no line of the log concerns the agency; whether there is such a case is then not said
 */
public record WhoSees(List<OfCase> cases, EntryCode entry) {
    public WhoSees {
        cases = List.copyOf(cases);
    }

    /**
     * Who could see what of one case, by category.
     *
     * @param closing what is open now and would not be, were it as the officer supposes
     */
    public record OfCase(CaseName name, List<Sighting> sightings, List<Sighting> closing) {
        public OfCase {
            sightings = List.copyOf(sightings);
            closing = List.copyOf(closing);
        }
    }

    /**
     * That some people in one function could see some data, and why.
     *
     * @param owner whose data it is
     * @param names of the people of the officer's own agency, by name; those of others are counted only
     * @param people how many they are
     * @param items how many items of the category
     * @param reasons the purposes for which they could see them, in the order of their codes, each with the rules that permit it
     * @param until the first instant at which it closes by itself; empty when it has no end
     * @param shared whether it is seen through a share
     * @param emergency whether it is seen under a break-glass that is open
     * @param less whether a share leaves fields out
     */
    public record Sighting(
            DataCategory category,
            AgencyCard owner,
            AgencyCard agency,
            Function function,
            List<String> names,
            int people,
            int items,
            SortedMap<Purpose, List<Rule>> reasons,
            Optional<Instant> until,
            boolean shared,
            boolean emergency,
            boolean less) {
        public Sighting {
            names = List.copyOf(names);
        }
    }
}
