package nl.samenzicht.security.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.security.policy.Relation;

/**
 * What a decision needs to know of one item, reached in one way, without any of its content. An item that is shared twice
 * with the asker has two of these.
 *
 * @param item the item's opaque number
 * @param category the category that it belongs to
 * @param version the version that would be shown
 * @param owner the agency that owns the item and is its controller
 * @param keyHolder the agency whose key wrap opens this version for the asker
 * @param regime AVG or Wpg
 * @param relation own, shared with the asker, or neither
 * @param ground the ground of the share, or of one's own task
 * @param consent the state of the consent that the share rests on; {@code NONE} when it rests on something else
 * @param from first instant at which the share holds
 * @param until first instant at which it does not hold any more (half-open)
 * @param flags the bars that may lie on it
 * @param share the share through which the asker would see it
 * @param consentId the consent that the share rests on
 * @param sharedFor the purpose of that share; it may be used for that purpose and those below it
 * @param withheld keys of the fields that the share leaves out
 */
public record ItemFacts(
        UUID item,
        DataCategory category,
        int version,
        AgencyId owner,
        AgencyId keyHolder,
        Regime regime,
        Relation relation,
        Ground ground,
        ConsentState consent,
        Instant from,
        Instant until,
        Set<Flag> flags,
        Optional<UUID> share,
        Optional<UUID> consentId,
        Optional<Purpose> sharedFor,
        Set<String> withheld) {

    public ItemFacts {
        flags = Set.copyOf(flags);
        withheld = Set.copyOf(withheld);
    }

    /** An item that is reached without a share, for as long as it is kept. */
    public static ItemFacts unshared(
            UUID item,
            DataCategory category,
            int version,
            AgencyId owner,
            AgencyId keyHolder,
            Regime regime,
            Relation relation,
            Ground ground,
            Set<Flag> flags) {
        return new ItemFacts(
                item,
                category,
                version,
                owner,
                keyHolder,
                regime,
                relation,
                ground,
                ConsentState.NONE,
                ResourceFacts.BEGINNING,
                ResourceFacts.NO_END,
                flags,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** The same item with a consent in another state. */
    ItemFacts with(ConsentState other) {
        return new ItemFacts(
                item, category, version, owner, keyHolder, regime, relation, ground, other, from, until, flags, share,
                consentId, sharedFor, withheld);
    }

    /** How the item relates to somebody who works for {@code purpose}: a share for another purpose gives nothing. */
    Relation relationFor(Purpose purpose) {
        return sharedFor.map(purpose::within).orElse(true) ? relation : Relation.NONE;
    }
}
