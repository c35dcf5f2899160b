package nl.samenzicht.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.signin.Sessions;

/** Keeps the description of the REST interface, which the server offers to everybody, for people who are signed in. */
@WebFilter(
        urlPatterns = {"/openapi", "/openapi/*"},
        asyncSupported = true)
public class SignedInOnly implements Filter {
    private final WebSession web;
    private final Sessions sessions;

    protected SignedInOnly() {
        this(null, null);
    }

    @Inject
    SignedInOnly(WebSession web, Sessions sessions) {
        this.web = web;
        this.sessions = sessions;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isSignedIn((HttpServletRequest) request)) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean isSignedIn(HttpServletRequest request) {
        var session = web.of(request);
        if (session.isEmpty()) {
            return false;
        }
        try {
            sessions.acting(session.get());
            return true;
        } catch (NotSignedIn ended) {
            return false;
        }
    }
}
