package nl.samenzicht.domain.breach;

import java.util.List;
import java.util.Set;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.DataCategory;

/**
 * What lines of the log touch of the agency's own: numbers and codes, never a name.
 *
 * @param lines how many lines
 * @param persons how many persons these are about
 * @param records how many items of the agency itself were read or left in them, each counted once
 * @param caseNumbers the cases, in order
 * @param categories the categories
 * @param others the other agencies whose items the same lines touch, so that they can be told
 */
public record Affected(
        int lines,
        int persons,
        int records,
        List<String> caseNumbers,
        Set<DataCategory> categories,
        Set<AgencyId> others) {
    public Affected {
        caseNumbers = List.copyOf(caseNumbers);
        categories = Set.copyOf(categories);
        others = Set.copyOf(others);
    }
}
