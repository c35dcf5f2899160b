package nl.samenzicht.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.signin.Sessions;

/**
 * Hears from the page that somebody touched keyboard or screen (POST), and tells how many seconds are left (GET).
 * Heartbeats and pushes do not come here, so they keep no session alive.
 */
@WebServlet(urlPatterns = "/session/activity", asyncSupported = true)
public class ActivityServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient WebSession web;
    private final transient Sessions sessions;

    protected ActivityServlet() {
        this(null, null);
    }

    @Inject
    ActivityServlet(WebSession web, Sessions sessions) {
        this.web = web;
        this.sessions = sessions;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // a form on another site cannot send this header
        if (request.getHeader("X-Samenzicht-Activity") == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        web.of(request).ifPresent(sessions::touch);
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long left = 0;
        var session = web.of(request);
        if (session.isPresent()) {
            try {
                left = sessions.left(session.get()).toSeconds();
            } catch (NotSignedIn e) {
                left = 0;
            }
        }
        response.setContentType("application/json");
        response.getWriter().write("{\"secondsLeft\":" + left + "}");
    }
}
