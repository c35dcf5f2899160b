package nl.samenzicht.domain.signal;

import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalCard;

/** How a signal looks in a list, to its author and to who assesses it. */
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
}
