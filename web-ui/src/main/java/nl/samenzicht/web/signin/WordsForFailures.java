package nl.samenzicht.web.signin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import nl.samenzicht.security.database.Outage;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.web.edge.FailureReference;
import nl.samenzicht.web.edge.OutageWords;

/** Says in words that something went wrong on a page, with a reference that finds it in the log, and nothing else. */
class WordsForFailures implements ErrorHandler {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MILLIS = 15_000;

    @Override
    public void error(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        UI ui = UI.getCurrent();
        NotSignedIn gone = cause(failure, NotSignedIn.class);
        if (gone != null && ui != null) {
            ui.getPage().setLocation(WebSession.address(SignInView.after(gone.why())));
            return;
        }
        String reference = FailureReference.of(failure);
        if (ui == null) {
            return;
        }
        String key = Outage.behind(failure).map(OutageWords::key).orElse("error.failure.text");
        var notification = new Notification(
                ui.getTranslation(key) + " " + ui.getTranslation("error.reference.label") + " " + reference,
                SHOWN_MILLIS);
        notification.setPosition(Notification.Position.MIDDLE);
        notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notification.setAssertive(true);
        notification.open();
    }

    private static <T extends Throwable> T cause(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
