package nl.samenzicht.web.signin;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import nl.samenzicht.security.database.DatabaseHealth;
import nl.samenzicht.security.database.Outage;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.web.Words;
import nl.samenzicht.web.edge.FailureReference;
import nl.samenzicht.web.edge.NoPageInAnOutage;
import nl.samenzicht.web.edge.OutageWords;
import nl.samenzicht.web.edge.OwnWords;

/**
 * Stands at the door of the screens: a page needs somebody who is signed in, and an act on a page that was opened by
 * somebody who no longer is does nothing but lead to the way in.
 */
@ApplicationScoped
public class Doorkeeper {
    private final CurrentProfessional current;
    private final WebSession web;
    private final DatabaseHealth health;

    protected Doorkeeper() {
        this(null, null, null);
    }

    @Inject
    Doorkeeper(CurrentProfessional current, WebSession web, DatabaseHealth health) {
        this.current = current;
        this.web = web;
        this.health = health;
    }

    void begin(@Observes ServiceInitEvent event) {
        event.addRequestHandler(new EndedSessions());
        event.addRequestHandler(new NoPageInAnOutage(health));
        event.getSource().setSystemMessagesProvider(new OwnWords());
        event.getSource().addSessionInitListener(init -> {
            Languages.ofCookie(init.getRequest()).ifPresent(init.getSession()::setLocale);
            init.getSession().setErrorHandler(new WordsForFailures());
        });
        event.getSource().addUIInitListener(init -> {
            var ui = init.getUI();
            ui.addBeforeEnterListener(this::beforeEnter);
            ui.getPage()
                    .executeJs(
                            "document.documentElement.lang = $0", ui.getLocale().getLanguage());
        });
    }

    private void beforeEnter(BeforeEnterEvent event) {
        Class<?> target = event.getNavigationTarget();
        if (target.isAnnotationPresent(OpenToAll.class)) {
            return;
        }
        try {
            current.current();
        } catch (NotSignedIn e) {
            web.forget(VaadinServletRequest.getCurrent());
            VaadinSession.getCurrent().setAttribute(WantedPage.class, new WantedPage(path(event)));
            event.forwardTo(SignInView.class);
        }
    }

    private static String path(BeforeEnterEvent event) {
        return event.getLocation().getPathWithQueryParameters();
    }

    /** Where somebody was going when they had to sign in first. */
    record WantedPage(String path) {}

    /** Answers acts of a session that has ended with the way in; nothing of the act is carried out. */
    private final class EndedSessions implements RequestHandler {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
                throws IOException {
            boolean act = ApplicationConstants.REQUEST_TYPE_UIDL.equals(
                    request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER));
            if (!act || web.of((VaadinServletRequest) request).isEmpty()) {
                return false;
            }
            try {
                current.current();
                return false;
            } catch (NotSignedIn e) {
                tell(response, null, null, request.getContextPath() + "/" + SignInView.after(e.why()));
                web.forget((VaadinServletRequest) request);
                session.close();
                return true;
            } catch (RuntimeException failure) {
                var outage = Outage.behind(failure);
                if (outage.isEmpty()) {
                    throw failure;
                }
                var words = Words.bundle(session.getLocale());
                tell(
                        response,
                        words.getString("error.failure.title"),
                        words.getString(OutageWords.key(outage.get())) + " " + words.getString("error.reference.label")
                                + " " + FailureReference.of(failure),
                        null);
                return true;
            }
        }

        private void tell(VaadinResponse response, String caption, String message, String url) throws IOException {
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write(VaadinService.createCriticalNotificationJSON(caption, message, null, url));
        }
    }
}
