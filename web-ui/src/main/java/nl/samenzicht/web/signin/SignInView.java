package nl.samenzicht.web.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.directory.DemoDirectory.DemoPerson;
import nl.samenzicht.security.directory.HeldFunction;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.signin.DemoAccounts;
import nl.samenzicht.security.signin.PendingSignIn;
import nl.samenzicht.security.signin.SignIn;
import nl.samenzicht.security.signin.SignInStep;

/** The way in, step by step on one page: password, second factor, function. */
@OpenToAll
@Route(SignInView.PATH)
class SignInView extends Main implements AfterNavigationObserver, HasDynamicTitle {
    static final String PATH = "sign-in";
    private static final long serialVersionUID = 1L;
    private static final String AFTER = "after";

    private final transient SignIn signIn;
    private final transient WebSession web;
    private final Div card = new Div();
    private final Paragraph notice = new Paragraph();
    private final Div step = new Div();
    private final TextField userName = new TextField();
    private final PasswordField password = new PasswordField();

    @Inject
    SignInView(SignIn signIn, WebSession web, DemoAccounts demo) {
        this.signIn = signIn;
        this.web = web;
        addClassName("sign-in");
        notice.addClassName("sign-in-notice");
        notice.setVisible(false);
        notice.getElement().setAttribute("role", "alert");
        step.addClassName("sign-in-step");
        card.addClassName("sign-in-card");
        card.add(brand(), notice, step, advice(), languages());
        add(card);
        if (!demo.people().isEmpty()) {
            add(people(demo.people()));
        }
        askPassword();
    }

    /** Returns the address of this page, saying why somebody ended up there. */
    static String after(NotSignedIn.Why why) {
        return PATH + "?" + AFTER + "=" + why.name();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signin.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(AFTER)
                .filter(why -> List.of("ENDED", "IDLE", "FUNCTION_ENDED", "PASSWORD_SET")
                        .contains(why))
                .ifPresent(why -> say(getTranslation("signin.after." + why)));
    }

    private Component brand() {
        var mark = new Image("icon.svg", "");
        mark.addClassName("brand-mark");
        var title = new H1(getTranslation("app.name"));
        var brand = new Div(mark, title);
        brand.addClassName("sign-in-brand");
        var line = new Paragraph(getTranslation("signin.page.line"));
        line.addClassName("sign-in-line");
        return new Div(brand, line);
    }

    private Component advice() {
        var line = new Paragraph(
                new Span(getTranslation("advice.link.text") + " "),
                new Anchor("advice", getTranslation("advice.link.label")));
        line.addClassName("sign-in-advice");
        return line;
    }

    private Component languages() {
        var other = new Button(getTranslation("shell.language.other"), click -> Languages.chooseOther());
        other.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        other.addClassName("sign-in-language");
        return other;
    }

    private void askPassword() {
        userName.setLabel(getTranslation("signin.user-name.label"));
        userName.setAutocomplete(Autocomplete.USERNAME);
        userName.setMaxLength(254);
        userName.setWidthFull();
        userName.setId("user-name");
        userName.getElement().setAttribute("autocapitalize", "none");
        password.setLabel(getTranslation("signin.password.label"));
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setMaxLength(128);
        password.setWidthFull();
        password.setId("password");
        var go = primary("signin.begin.label", this::checkPassword);
        go.setId("sign-in");
        show(getTranslation("signin.begin.title"), userName, password, go, forgotten());
        userName.focus();
    }

    private Component forgotten() {
        var text = new Paragraph(getTranslation("signin.forgotten.text"));
        text.addClassName("hint");
        return text;
    }

    private void checkPassword() {
        char[] typed = password.getValue().toCharArray();
        password.clear();
        take(signIn.withPassword(userName.getValue(), typed, web.visitor()));
    }

    private void take(SignInStep next) {
        notice.setVisible(false);
        if (next instanceof SignInStep.Refused refused) {
            say(words(refused.waitFor()));
        } else if (next instanceof SignInStep.SecondFactorNeeded needed) {
            askCode(needed.pending());
        } else if (next instanceof SignInStep.EnrolmentNeeded needed) {
            enrol(needed.pending());
        } else if (next instanceof SignInStep.FunctionNeeded needed) {
            askFunction(needed.pending(), needed.functions());
        } else if (next instanceof SignInStep.SignedIn signedIn) {
            var wanted = Optional.ofNullable(VaadinSession.getCurrent().getAttribute(Doorkeeper.WantedPage.class));
            VaadinSession.getCurrent().setAttribute(Doorkeeper.WantedPage.class, null);
            web.begin(signedIn.session());
            UI.getCurrent()
                    .getPage()
                    .setLocation(WebSession.address(
                            wanted.map(Doorkeeper.WantedPage::path).orElse("")));
        }
    }

    private String words(Duration wait) {
        if (wait.isZero()) {
            return getTranslation("signin.refused.text");
        }
        return wait.compareTo(Duration.ofMinutes(2)) < 0
                ? getTranslation("signin.wait.seconds", wait.toSeconds() + 1)
                : getTranslation("signin.wait.minutes", wait.toMinutes() + 1);
    }

    private void askCode(PendingSignIn pending) {
        var code = codeField("signin.code.label");
        var go = primary("signin.code.confirm", () -> {
            take(signIn.withCode(pending, code.getValue(), web.visitor()));
            code.clear();
        });
        var other = tertiary("signin.recovery.switch", () -> askRecoveryCode(pending));
        show(getTranslation("signin.code.title"), new Paragraph(getTranslation("signin.code.text")), code, go, other);
        code.focus();
    }

    private void askRecoveryCode(PendingSignIn pending) {
        var code = new TextField(getTranslation("signin.recovery.label"));
        code.setMaxLength(20);
        code.setWidthFull();
        code.setAutocomplete(Autocomplete.OFF);
        var go = primary(
                "signin.code.confirm", () -> take(signIn.withRecoveryCode(pending, code.getValue(), web.visitor())));
        var other = tertiary("signin.code.switch", () -> askCode(pending));
        show(
                getTranslation("signin.recovery.title"),
                new Paragraph(getTranslation("signin.recovery.text")),
                code,
                go,
                other);
        code.focus();
    }

    private void enrol(PendingSignIn pending) {
        var enrolment = signIn.enrolment(pending);
        var panel = new SecondFactorPanel(enrolment, code -> {
            var enrolled = signIn.confirm(pending, enrolment, code, web.visitor());
            enrolled.ifPresent(done -> show(
                    getTranslation("secondfactor.codes.title"),
                    SecondFactorPanel.recoveryCodes(done.recoveryCodes()),
                    primary("secondfactor.codes.kept", () -> take(single(done.next())))));
            return enrolled.isPresent();
        });
        show(getTranslation("secondfactor.enrol.title"), panel);
    }

    /** With one function there is nothing to choose. */
    private SignInStep single(SignInStep next) {
        return next instanceof SignInStep.FunctionNeeded needed
                        && needed.functions().size() == 1
                ? signIn.inFunction(needed.pending(), needed.functions().get(0).holding(), web.visitor())
                : next;
    }

    private void askFunction(PendingSignIn pending, List<HeldFunction> functions) {
        if (functions.isEmpty()) {
            show(
                    getTranslation("signin.function.title"),
                    new Paragraph(getTranslation("signin.function.none")),
                    tertiary(
                            "signin.function.back",
                            () -> UI.getCurrent().getPage().reload()));
            return;
        }
        var choices = new UnorderedList();
        choices.addClassName("function-choices");
        for (var held : functions) {
            var choose = new NativeButton(
                    getTranslation("function." + held.function().name()),
                    click -> take(signIn.inFunction(pending, held.holding(), web.visitor())));
            choose.addClassName("function-choice");
            choices.add(new ListItem(choose));
        }
        show(getTranslation("signin.function.title"), new Paragraph(getTranslation("signin.function.text")), choices);
    }

    private TextField codeField(String label) {
        var code = new TextField(getTranslation(label));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.getElement().setAttribute("inputmode", "numeric");
        code.setMaxLength(7);
        code.setWidthFull();
        code.setId("code");
        code.addClassName("code-field");
        return code;
    }

    private Button primary(String label, Runnable act) {
        var button = new Button(getTranslation(label), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.addClickShortcut(Key.ENTER);
        button.setWidthFull();
        button.setDisableOnClick(false);
        return button;
    }

    private Button tertiary(String label, Runnable act) {
        var button = new Button(getTranslation(label), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void show(String title, Component... parts) {
        step.removeAll();
        step.add(new H2(title));
        step.add(parts);
    }

    private void say(String words) {
        notice.setText(words);
        notice.setVisible(true);
    }

    /** In demo mode only: who there is to try, one click to fill in. */
    private Component people(List<DemoPerson> people) {
        var panel = new Section();
        panel.addClassName("demo-people");
        panel.getElement().setAttribute("aria-label", getTranslation("signin.demo.title"));
        panel.add(new H2(getTranslation("signin.demo.title")));
        var explain = new Paragraph(getTranslation("signin.demo.text") + " ");
        var shared = new Span(DemoAccounts.PASSWORD);
        shared.addClassName("demo-password");
        explain.add(shared);
        panel.add(explain);
        var agencies = new Div();
        agencies.addClassName("demo-agencies");
        String agency = "";
        UnorderedList list = new UnorderedList();
        for (var person : people) {
            if (!person.agency().equals(agency)) {
                agency = person.agency();
                list = new UnorderedList();
                var group = new Div(new H3(agency), list);
                group.addClassName("demo-agency");
                agencies.add(group);
            }
            list.add(new ListItem(fill(person)));
        }
        panel.add(agencies);
        return panel;
    }

    private Component fill(DemoPerson person) {
        String functions = String.join(
                ", ",
                person.functions().stream()
                        .map(function -> getTranslation("function." + function.name()))
                        .toList());
        var name = new Span(person.displayName());
        name.addClassName("demo-name");
        var what = new Span(functions);
        what.addClassName("demo-function");
        var button = new NativeButton("", click -> {
            askPassword();
            userName.setValue(person.userName());
            password.setValue(DemoAccounts.PASSWORD);
            notice.setVisible(false);
            checkPassword();
        });
        button.add(name, what);
        button.addClassName("demo-person");
        button.getElement().setAttribute("data-user", person.userName());
        return button;
    }
}
