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
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.signin.Links;
import nl.samenzicht.security.signin.WeakPassword;

/** Where a link leads with which somebody chooses a password, at an invitation or after a reset by two people. */
@OpenToAll
@Route("choose-password/:token")
class ChoosePasswordView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Links links;
    private final transient Directory directory;
    private final transient WebSession web;
    private final Div step = new Div();

    @Inject
    ChoosePasswordView(Links links, Directory directory, WebSession web) {
        this.links = links;
        this.directory = directory;
        this.web = web;
        addClassName("sign-in");
        step.addClassName("sign-in-step");
        var mark = new Image("icon.svg", "");
        mark.addClassName("brand-mark");
        var brand = new Div(mark, new H1(getTranslation("app.name")));
        brand.addClassName("sign-in-brand");
        var card = new Div(brand, step);
        card.addClassName("sign-in-card");
        add(card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("password.choose.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getRouteParameters().get("token").orElse("");
        step.removeAll();
        links.look(token)
                .ifPresentOrElse(
                        offer -> ask(token, offer),
                        () -> step.add(
                                new H2(getTranslation("password.link.gone.title")),
                                new Paragraph(getTranslation("password.link.gone.text")),
                                new Anchor(SignInView.PATH, getTranslation("password.link.gone.go"))));
    }

    private void ask(String token, Links.Offer offer) {
        var code = new TextField(getTranslation("password.code.label"));
        code.setHelperText(getTranslation("password.code.help"));
        code.setWidthFull();
        code.setMaxLength(20);
        code.setAutocomplete(Autocomplete.OFF);
        var first = password("password.new.label");
        first.setHelperText(getTranslation("password.new.help"));
        var second = password("password.again.label");
        var go = new Button(getTranslation("password.choose.confirm"), click -> {
            first.setInvalid(false);
            second.setInvalid(!first.getValue().equals(second.getValue()));
            second.setErrorMessage(getTranslation("password.again.differs"));
            if (!second.isInvalid()) {
                choose(token, offer.needsCode() ? Optional.of(code.getValue()) : Optional.empty(), code, first);
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER);
        go.setWidthFull();
        step.add(
                new H2(getTranslation("password.choose.title")),
                new Paragraph(getTranslation(
                        "password.choose.text",
                        directory.professional(offer.professional()).displayName(),
                        directory.userNameOf(offer.professional()))));
        if (offer.needsCode()) {
            step.add(code);
        }
        step.add(new Component[] {first, second, go});
    }

    private void choose(String token, Optional<String> typed, TextField code, PasswordField password) {
        try {
            if (links.choosePassword(token, typed, password.getValue().toCharArray(), web.visitor())) {
                UI.getCurrent().getPage().setLocation(WebSession.address(SignInView.PATH + "?after=PASSWORD_SET"));
            } else {
                code.setInvalid(true);
                code.setErrorMessage(getTranslation("password.code.wrong"));
            }
        } catch (WeakPassword e) {
            password.setInvalid(true);
            password.setErrorMessage(getTranslation("password.weak." + e.why().name()));
        }
    }

    private PasswordField password(String label) {
        var field = new PasswordField(getTranslation(label));
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        field.setMaxLength(128);
        field.setWidthFull();
        return field;
    }
}
