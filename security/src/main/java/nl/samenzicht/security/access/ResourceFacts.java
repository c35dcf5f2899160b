package nl.samenzicht.security.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.ParticipationState;

/**
 * The facts of a resource as the gate found them, for one asker at one instant.
 *
 * @param person the person whom the case is about; empty where no case is concerned
 * @param framework the cooperation framework of the case
 * @param participation whether the asker's agency (or the asker) takes part in the case
 * @param from first instant of that participation
 * @param until first instant at which it no longer holds (half-open)
 * @param lead the agency that leads the case
 * @param leads whether the asker's agency leads it and takes part now
 * @param emergency whether a break-glass of the asker is open on this case
 * @param flags bars on the case as a whole for this asker
 * @param items what lies in the section that was asked for, once for each way that the asker stands to it, the likeliest
 *     way first; may be empty
 */
public record ResourceFacts(
        Optional<UUID> person,
        Framework framework,
        ParticipationState participation,
        Instant from,
        Instant until,
        Optional<AgencyId> lead,
        boolean leads,
        boolean emergency,
        Set<Flag> flags,
        List<ItemFacts> items) {

    /** The first instant that MariaDB's DATETIME can hold with room to spare; stands for 'always was'. */
    public static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");

    /** Stands for 'no end'. */
    public static final Instant NO_END = Instant.parse("9999-01-01T00:00:00Z");

    public ResourceFacts {
        flags = Set.copyOf(flags);
        items = List.copyOf(items);
    }

    /** The same facts with only these items. */
    ResourceFacts withOnly(List<ItemFacts> some) {
        return new ResourceFacts(person, framework, participation, from, until, lead, leads, emergency, flags, some);
    }

    /** The same facts with one more bar on the case. */
    ResourceFacts with(Flag flag) {
        var more = EnumSet.of(flag);
        more.addAll(flags);
        return new ResourceFacts(person, framework, participation, from, until, lead, leads, emergency, more, items);
    }

    /** Facts of something that its receiver has without the case that it came from, such as a report. */
    public static ResourceFacts withoutCase(Optional<UUID> person, List<ItemFacts> items) {
        return new ResourceFacts(
                person,
                Framework.NONE,
                ParticipationState.NONE,
                BEGINNING,
                NO_END,
                Optional.empty(),
                false,
                false,
                Set.of(),
                items);
    }

    /** The same facts with other items, for something of the case that is no item of it, such as a report. */
    public ResourceFacts with(List<ItemFacts> others) {
        return withOnly(others);
    }

    /** Facts of an act that is not about a case. */
    public static ResourceFacts ofAgency() {
        return new ResourceFacts(
                Optional.empty(),
                Framework.NONE,
                ParticipationState.NONE,
                BEGINNING,
                NO_END,
                Optional.empty(),
                false,
                false,
                Set.of(),
                List.of());
    }
}
