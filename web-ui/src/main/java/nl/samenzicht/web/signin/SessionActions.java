package nl.samenzicht.web.signin;

import com.vaadin.flow.component.UI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.signin.SignIn;

/** What somebody can do with their own session from the frame around every page. */
@ApplicationScoped
public class SessionActions {
    private final WebSession web;
    private final SignIn signIn;
    private final CurrentProfessional current;

    protected SessionActions() {
        this(null, null, null);
    }

    @Inject
    SessionActions(WebSession web, SignIn signIn, CurrentProfessional current) {
        this.web = web;
        this.signIn = signIn;
        this.current = current;
    }

    /** Signs out and goes to the way in. */
    public void signOut() {
        UI.getCurrent().getPage().setLocation(WebSession.address(SignInView.PATH));
        web.end();
    }

    /** Goes on under another function, in a new session, from the beginning: pages of the other function close. */
    public void changeFunction(UUID holding) {
        web.begin(signIn.changeFunction(current.current(), holding, web.visitor()));
        UI.getCurrent().getPage().setLocation(WebSession.address(""));
    }

    /** Opens the page about one's own account. */
    public void openAccount() {
        UI.getCurrent().navigate(AccountView.class);
    }
}
