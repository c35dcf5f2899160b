package nl.samenzicht.domain.signal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.keys.KeyHolder;
import nl.samenzicht.security.policy.Regime;

/** What author and assessor have in common: how a signal looks in a list, and who gets a key to what is added. */
final class SignalCards {

    private SignalCards() {}

    static SignalCard card(Signal signal, ActingProfessional who, Directory directory) {
        var ours = signal.isHeldBy(who.agency());
        return new SignalCard(
                signal.id(),
                signal.number(),
                signal.state(),
                signal.urgent(),
                directory.agency(signal.fromAgency()),
                signal.isFrom(who.agency(), who.professional()),
                signal.holder().map(directory::agency),
                signal.assignee()
                        .filter(any -> ours)
                        .map(directory::professional)
                        .map(ProfessionalCard::displayName),
                ours && signal.assignee().filter(who.professional()::equals).isPresent(),
                signal.begunAt(),
                signal.sentAt(),
                signal.respondBy(),
                signal.decideBy());
    }

    /** Whoever writes it, and the agency to which it goes. */
    static Set<KeyHolder> holders(ActingProfessional who, Optional<AgencyId> to) {
        var holders = new HashSet<KeyHolder>();
        holders.add(new KeyHolder(who.agency(), Regime.of(who.agencyType())));
        to.filter(other -> !other.equals(who.agency()))
                .map(KeyHolder::recipient)
                .ifPresent(holders::add);
        return holders;
    }
}
