package nl.samenzicht.it.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.UUID;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.signin.SignedInSubject;

/**
 * Who is asking in a story told inside the container: the thread says so, in the place of somebody who signed in. Where no
 * story plays anybody it is who signed in.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class PlayedProfessional implements CurrentProfessional {
    private final ThreadLocal<ActingProfessional> playing = new ThreadLocal<>();

    @Inject
    SignedInSubject signedIn;

    /** Goes on as somebody of the demo directory. */
    public ActingProfessional play(Directory directory, String userName, Function function) {
        var person = directory.withUserName(userName).orElseThrow();
        var who = new ActingProfessional(
                person.id(),
                person.agency(),
                directory.agency(person.agency()).type(),
                function,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
        playing.set(who);
        return who;
    }

    /** Plays nobody any more on this thread. */
    public void stop() {
        playing.remove();
    }

    @Override
    public ActingProfessional current() {
        var played = playing.get();
        return played == null ? signedIn.current() : played;
    }
}
