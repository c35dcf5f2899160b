package nl.samenzicht.domain.demo;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.SessionId;

/** Plays the made-up people one after another while the demo cases are written. Exists only during that. */
final class DemoActor implements CurrentProfessional {

    private final Directory directory;
    private final Map<String, AgencyCard> agencies;
    private ActingProfessional playing;

    DemoActor(Directory directory) {
        this.directory = directory;
        this.agencies =
                directory.activeAgencies().stream().collect(Collectors.toMap(AgencyCard::name, Function.identity()));
    }

    AgencyCard agency(String name) {
        var card = agencies.get(name);
        if (card == null) {
            throw new NoSuchElementException("The demo directory has no agency '%s'".formatted(name));
        }
        return card;
    }

    /** Plays the first professional of this agency who holds this function. */
    ActingProfessional play(String agencyName, nl.samenzicht.security.directory.Function function) {
        var agency = agency(agencyName);
        var person = directory.holders(agency.id(), function).get(0);
        playing = new ActingProfessional(
                person.id(),
                agency.id(),
                agency.type(),
                function,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(TimeOrderedId.next()));
        return playing;
    }

    @Override
    public ActingProfessional current() {
        return playing;
    }
}
