package nl.samenzicht.web.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.signin.SessionCard;
import nl.samenzicht.security.signin.Sessions;
import nl.samenzicht.security.signin.SignIn;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** One's own account: the second factor, and the sessions that are open with the way to end them. */
@Route(value = "account", layout = MainLayout.class)
class AccountView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient SignIn signIn;
    private final transient Sessions sessions;
    private final transient CurrentProfessional current;
    private final transient WebSession web;
    private final Section secondFactor = new Section();
    private final Section open = new Section();

    @Inject
    AccountView(SignIn signIn, Sessions sessions, CurrentProfessional current, WebSession web) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.current = current;
        this.web = web;
        addClassName("page");
        secondFactor.addClassName("panel");
        open.addClassName("panel");
        add(new H1(getTranslation("account.page.title")), secondFactor, open);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        showSecondFactor();
        showSessions();
    }

    private void showSecondFactor() {
        boolean has = signIn.hasSecondFactor(current.current().professional());
        secondFactor.removeAll();
        secondFactor.add(
                new H2(getTranslation("account.second-factor.title")),
                new Paragraph(getTranslation(has ? "account.second-factor.has" : "account.second-factor.none")));
        secondFactor.add(new Button(
                getTranslation(has ? "account.second-factor.renew" : "account.second-factor.set"),
                click -> askPassword()));
    }

    /** Somebody else at an unwatched screen must not be able to do this, so the password is asked again. */
    private void askPassword() {
        var password = new PasswordField(getTranslation("signin.password.label"));
        password.setHelperText(getTranslation("account.password.again"));
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setMaxLength(128);
        var enrolment = signIn.enrolment(current.current());
        var panel = new SecondFactorPanel(enrolment, code -> {
            var codes = signIn.confirm(
                    current.current(), password.getValue().toCharArray(), enrolment, code, web.visitor());
            codes.ifPresent(kept -> {
                secondFactor.removeAll();
                secondFactor.add(
                        new H2(getTranslation("secondfactor.codes.title")),
                        SecondFactorPanel.recoveryCodes(kept),
                        new Button(getTranslation("secondfactor.codes.kept"), click -> showSecondFactor()));
            });
            return codes.isPresent();
        });
        secondFactor.removeAll();
        secondFactor.add(new H2(getTranslation("secondfactor.enrol.title")), password, panel);
        password.focus();
    }

    private void showSessions() {
        var list = new UnorderedList();
        list.addClassName("rows");
        for (var session : sessions.of(current.current())) {
            list.add(row(session));
        }
        open.removeAll();
        open.add(
                new H2(getTranslation("account.sessions.title")),
                new Paragraph(getTranslation("account.sessions.text")),
                list);
    }

    private ListItem row(SessionCard session) {
        var what = new Span(getTranslation("function." + session.function().name()));
        what.addClassName("row-title");
        var where = new Span(getTranslation(
                "account.session.line", time(session.startedAt()), session.address(), browser(session.device())));
        where.addClassName("row-detail");
        var words = new Div(what, where);
        words.addClassName("row-words");
        var row = new ListItem(words, end(session));
        row.addClassName("row");
        return row;
    }

    private Component end(SessionCard session) {
        if (session.here()) {
            var here = new Badge(getTranslation("account.session.here"), Badge.Tone.PLAIN);
            return here;
        }
        var end = new Button(getTranslation("account.session.end"), click -> {
            sessions.endOwn(current.current(), session.id());
            showSessions();
        });
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return end;
    }

    private String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(ZoneId.of("Europe/Amsterdam"))
                .format(moment);
    }

    /** What people call their browser; the whole string says nothing to them. */
    private static String browser(String device) {
        for (String name : new String[] {"Edg", "Firefox", "Chrome", "Safari"}) {
            if (device.contains(name)) {
                return name.equals("Edg") ? "Edge" : name;
            }
        }
        return "?";
    }
}
