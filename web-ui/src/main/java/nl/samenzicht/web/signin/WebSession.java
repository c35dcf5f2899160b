package nl.samenzicht.web.signin;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.signin.Sessions;
import nl.samenzicht.security.signin.SignedInSubject;
import nl.samenzicht.security.signin.Visitor;
import org.apache.shiro.util.ThreadContext;
import org.eclipse.microprofile.config.Config;

/** Ties the browser's session to the one in the database. Only the number of the latter is kept here. */
@ApplicationScoped
public class WebSession {
    private static final String ATTRIBUTE = "samenzicht.session";

    private final SignedInSubject signedIn;
    private final Sessions sessions;
    private final Set<String> trustedProxies;

    protected WebSession() {
        this.signedIn = null;
        this.sessions = null;
        this.trustedProxies = Set.of();
    }

    @Inject
    WebSession(SignedInSubject signedIn, Sessions sessions, Config config) {
        this.signedIn = signedIn;
        this.sessions = sessions;
        this.trustedProxies = config.getOptionalValue("samenzicht.proxy.addresses", String[].class)
                .map(Set::of)
                .orElse(Set.of());
    }

    /** Returns the session that this request belongs to, whether or not it still holds. */
    Optional<SessionId> of(HttpServletRequest request) {
        var web = request.getSession(false);
        return web == null ? Optional.empty() : Optional.ofNullable((SessionId) web.getAttribute(ATTRIBUTE));
    }

    /** Goes on as somebody who has signed in just now, with a new cookie: an older one may have been planted. */
    void begin(SessionId session) {
        var request = VaadinServletRequest.getCurrent();
        VaadinService.reinitializeSession(request);
        request.getWrappedSession().setAttribute(ATTRIBUTE, session);
        ThreadContext.bind(signedIn.subject(session));
    }

    /** Forgets a session that holds no more, so that whoever sits there can sign in again. */
    void forget(HttpServletRequest request) {
        var web = request.getSession(false);
        if (web != null) {
            web.removeAttribute(ATTRIBUTE);
        }
    }

    /** Signs out, here and in the database, and forgets everything that the browser's session held. */
    void end() {
        var request = VaadinServletRequest.getCurrent();
        of(request).ifPresent(sessions::signOut);
        ThreadContext.remove();
        VaadinSession.getCurrent().getSession().invalidate();
    }

    /** Returns the address of a page from the root; an empty address would mean the page that one is on. */
    static String address(String path) {
        return VaadinServletRequest.getCurrent().getContextPath() + "/" + path;
    }

    /** Returns where the current request comes from. */
    Visitor visitor() {
        return visitor(VaadinServletRequest.getCurrent());
    }

    /** A proxy that we know may say whose request it passes on; anybody else's word for it is ignored. */
    Visitor visitor(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded != null && trustedProxies.contains(address)) {
            address = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        String device = request.getHeader("User-Agent");
        return new Visitor(address, device == null ? "" : device);
    }
}
