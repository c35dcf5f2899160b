package nl.samenzicht.security.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.directory.SessionId;
import org.apache.shiro.authc.AbstractAuthenticator;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.mgt.DefaultSessionStorageEvaluator;
import org.apache.shiro.mgt.DefaultSubjectDAO;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;

/**
 * Carries who is signed in along with the thread, as a Shiro subject whose one principal is the number of the session.
 * Work that goes on in another thread takes it along with {@code subject().associateWith(…)}.
 */
@ApplicationScoped
public class SignedInSubject implements CurrentProfessional {
    private final Sessions sessions;
    private final DefaultSecurityManager manager;

    protected SignedInSubject() {
        this(null);
    }

    @Inject
    SignedInSubject(Sessions sessions) {
        this.sessions = sessions;
        this.manager = new DefaultSecurityManager();
        manager.setAuthenticator(new NoAuthenticator());
        var storage = new DefaultSessionStorageEvaluator();
        storage.setSessionStorageEnabled(false);
        var subjects = new DefaultSubjectDAO();
        subjects.setSessionStorageEvaluator(storage);
        manager.setSubjectDAO(subjects);
    }

    /** Returns a subject for this session, to bind to a thread. */
    public Subject subject(SessionId session) {
        return new Subject.Builder(manager)
                .principals(new SimplePrincipalCollection(session, "session"))
                .authenticated(true)
                .sessionCreationEnabled(false)
                .buildSubject();
    }

    /** Returns the session of this thread, whether or not it still holds. */
    public Optional<SessionId> session() {
        return Optional.ofNullable(ThreadContext.getSubject())
                .map(Subject::getPrincipals)
                .map(principals -> principals.oneByType(SessionId.class));
    }

    @Override
    public ActingProfessional current() {
        return sessions.acting(session().orElseThrow(() -> new NotSignedIn(NotSignedIn.Why.NEVER)));
    }

    /** Signing in goes in steps of our own; a subject here is made of a session that exists. */
    private static final class NoAuthenticator extends AbstractAuthenticator {
        @Override
        protected AuthenticationInfo doAuthenticate(AuthenticationToken token) {
            throw new AuthenticationException("sign in through the service");
        }
    }
}
