package nl.samenzicht.security.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Ground;

/**
 * The other side of a disclosure, and what it would rest on.
 *
 * @param agency the agency that would receive
 * @param professional the one professional in it, when it is for that person alone
 * @param ground the ground that the giver states
 * @param consent the state of the consent when the ground is consent, as found in the register, never as claimed
 * @param consentId that consent
 * @param flags what was proven about the other side, such as a recorded provision decision
 * @param share the share that is made, changed or ended, once it has a number
 */
public record Counterpart(
        AgencyId agency,
        Optional<ProfessionalId> professional,
        Ground ground,
        ConsentState consent,
        Optional<UUID> consentId,
        Set<Flag> flags,
        Optional<UUID> share) {

    public Counterpart {
        flags = Set.copyOf(flags);
    }

    /** Another agency, for an act that gives it no data, on one's own statutory task. */
    public static Counterpart of(AgencyId agency, Optional<ProfessionalId> professional) {
        return new Counterpart(
                agency,
                professional,
                Ground.STATUTORY_TASK,
                ConsentState.NONE,
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    /** The same side, for an act on a share that exists. */
    public Counterpart on(UUID existing) {
        return new Counterpart(agency, professional, ground, consent, consentId, flags, Optional.of(existing));
    }
}
