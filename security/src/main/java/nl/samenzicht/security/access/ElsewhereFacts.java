package nl.samenzicht.security.access;

import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.security.policy.Relation;

/**
 * The facts of one item in a case of others, for deciding whether its owner may be told of as knowing the person.
 *
 * @param caseFile the case that it lies in
 * @param person whom that case is about
 * @param framework the cooperation framework of that case
 * @param flags bars on that case for the asker
 * @param item the item, with the bars on it
 */
public record ElsewhereFacts(UUID caseFile, UUID person, Framework framework, Set<Flag> flags, ItemFacts item) {

    public ElsewhereFacts {
        flags = Set.copyOf(flags);
    }

    /** What stands for a number that is of nothing, so that as much is decided about it as about something. */
    static ElsewhereFacts nothing(AgencyId asker) {
        var none = new UUID(0, 0);
        return new ElsewhereFacts(
                none,
                none,
                Framework.ENKEL,
                Set.of(),
                ItemFacts.unshared(
                        none,
                        DataCategory.IDENTITY,
                        0,
                        asker,
                        asker,
                        Regime.AVG,
                        Relation.NONE,
                        Ground.STATUTORY_TASK,
                        Set.of()));
    }
}
