package nl.samenzicht.domain.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.ItemHeader;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.security.access.ItemFacts;
import nl.samenzicht.security.access.ResourceFacts;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.ParticipationState;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.security.policy.Relation;

/**
 * The facts of a signal for the gate: its author, the agency that decides on it and those that once did take part; for everybody
 * else it does not exist. A draft is there for its author alone.
 */
@ApplicationScoped
public class SignalFacts {

    private final Signals signals;
    private final Items items;

    protected SignalFacts() {
        this(null, null);
    }

    @Inject
    public SignalFacts(Signals signals, Items items) {
        this.signals = signals;
        this.items = items;
    }

    /**
     * The facts of a signal for somebody; empty when there is none that they have to do with. Costs the same either way.
     *
     * @param only the items that are asked for; empty for all
     */
    public Optional<ResourceFacts> of(SignalId id, Set<UUID> only, ActingProfessional who, Instant at) {
        var found = signals.find(id);
        var everHeld = signals.everHeldBy(id);
        var headers = items.headers(id.dossier()).stream()
                .filter(item -> only.isEmpty() || only.contains(item.id().value()))
                .toList();
        var open = items.heldBy(id.dossier(), who.agency());
        return found.filter(signal -> signal.isFrom(who.agency(), who.professional())
                        || (signal.state() != SignalState.DRAFT
                                && (signal.isHeldBy(who.agency()) || everHeld.contains(who.agency()))))
                .map(signal -> facts(
                        signal,
                        who,
                        Set.of(),
                        signal.state() == SignalState.DRAFT
                                ? List.of(draft(signal, who))
                                : itemsFor(headers, open, who, at)));
    }

    /**
     * The facts of a signal for an officer of an agency that sent it or had to decide on it, who carries out what the person
     * asked by right; empty for any other.
     *
     * @param only the items that are asked for; empty for the card alone
     * @param flags what holds besides
     */
    public Optional<ResourceFacts> forOfficer(
            SignalId id, Set<UUID> only, Set<Flag> flags, ActingProfessional who, Instant at) {
        return signals.find(id)
                .filter(signal -> who.function() == Function.PRIVACY_OFFICER
                        && signal.state() != SignalState.DRAFT
                        && signals.concerns(signal, who.agency()))
                .map(signal -> facts(
                        signal,
                        who,
                        flags,
                        items.headers(id.dossier()).stream()
                                .filter(item -> only.contains(item.id().value())
                                        && item.owner().equals(who.agency()))
                                .map(item -> facts(item, who, at))
                                .toList()));
    }

    private static ResourceFacts facts(
            Signal signal, ActingProfessional who, Set<Flag> flags, List<ItemFacts> itemFacts) {
        return new ResourceFacts(
                Optional.empty(),
                Framework.NONE,
                ParticipationState.ACTIVE,
                ResourceFacts.BEGINNING,
                ResourceFacts.NO_END,
                signal.holder(),
                signal.isHeldBy(who.agency()),
                false,
                flags,
                itemFacts);
    }

    private static List<ItemFacts> itemsFor(
            List<ItemHeader> headers, Set<ItemId> open, ActingProfessional who, Instant at) {
        return headers.stream()
                .filter(item -> item.owner().equals(who.agency()) || open.contains(item.id()))
                .map(item -> facts(item, who, at))
                .toList();
    }

    /** One's own, or what reached one's agency with the signal: sent for assessment, as a task of both. */
    private static ItemFacts facts(ItemHeader item, ActingProfessional who, Instant at) {
        var own = item.owner().equals(who.agency());
        var flags = EnumSet.noneOf(Flag.class);
        if (item.restricted()) {
            flags.add(Flag.RESTRICTED);
        }
        if (item.retainedUntil().filter(end -> !at.isBefore(end)).isPresent()) {
            flags.add(Flag.RETENTION_PASSED);
        }
        if (item.regime() == Regime.WPG && !own) {
            flags.add(Flag.FROM_POLICE);
        }
        return ItemFacts.unshared(
                item.id().value(),
                item.category(),
                item.currentVersion(),
                item.owner(),
                who.agency(),
                item.regime(),
                own ? Relation.OWN : Relation.SHARED,
                Ground.STATUTORY_TASK,
                flags);
    }

    private static ItemFacts draft(Signal signal, ActingProfessional who) {
        return ItemFacts.unshared(
                signal.id().value(),
                DataCategory.SIGNAL,
                Signals.DRAFT_VERSION,
                who.agency(),
                who.agency(),
                Regime.of(who.agencyType()),
                Relation.OWN,
                Ground.STATUTORY_TASK,
                Set.of());
    }
}
