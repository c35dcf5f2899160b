package nl.samenzicht.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.Config;

/** Makes the session cookie one that scripts cannot read; in production it goes over TLS only. That other sites cannot send
 * it is a setting of the server's listener. */
@WebListener
public class SessionCookie implements ServletContextListener {
    private final Config config;

    protected SessionCookie() {
        this(null);
    }

    @Inject
    SessionCookie(Config config) {
        this.config = config;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean demo = config.getOptionalValue("samenzicht.mode", String.class)
                .filter("demo"::equals)
                .isPresent();
        var cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName("samenzicht");
        cookie.setHttpOnly(true);
        cookie.setSecure(config.getOptionalValue("samenzicht.cookie.secure", Boolean.class)
                .orElse(!demo));
    }
}
