package nl.samenzicht.web.edge;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import nl.samenzicht.web.Words;

/** What the framework says by itself when a page can go no further, in our words and the person's language. */
public final class OwnWords implements SystemMessagesProvider {
    private static final long serialVersionUID = 1L;

    @Override
    public SystemMessages getSystemMessages(SystemMessagesInfo info) {
        var words = Words.bundle(info.getLocale());
        var messages = new CustomizedSystemMessages();
        messages.setInternalErrorCaption(words.getString("error.failure.title"));
        messages.setInternalErrorMessage(words.getString("error.page.text"));
        messages.setCookiesDisabledCaption(words.getString("error.failure.title"));
        messages.setCookiesDisabledMessage(words.getString("error.cookies.text"));
        // who is no longer signed in goes to the way in by itself
        messages.setSessionExpiredNotificationEnabled(false);
        return messages;
    }
}
