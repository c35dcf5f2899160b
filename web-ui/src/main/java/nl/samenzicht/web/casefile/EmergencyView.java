package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.emergency.BreakGlassService;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.shell.MainLayout;

/** Opens, in an emergency, a case that the asker takes no part in, by its number; what follows is told before. */
@Route(value = EmergencyView.PATH, layout = MainLayout.class)
@StyleSheet("context://casefile.css")
class EmergencyView extends Div implements HasDynamicTitle {
    static final String PATH = "emergency";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NUMBER = 20;

    private final transient BreakGlassService emergencies;
    private final TextField number = new TextField();
    private final BreakGlassDialog.Question question = new BreakGlassDialog.Question();
    private final FormMessage message = new FormMessage();

    @Inject
    EmergencyView(BreakGlassService emergencies) {
        this.emergencies = emergencies;
        addClassNames("page", "emergency-page");
        number.setLabel(getTranslation("breakglass.number"));
        number.setHelperText(getTranslation("breakglass.number.help"));
        number.setMaxLength(LONGEST_NUMBER);
        number.setRequiredIndicatorVisible(true);
        var act = new Button(getTranslation("breakglass.act"), click -> use());
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        var panel = new Div(number, question, message, act);
        panel.addClassNames("panel", "emergency-panel");
        add(
                new Anchor(CaseFileNavigation.list(), getTranslation("case.missing.list")),
                new H1(getTranslation("breakglass.title")),
                new Paragraph(getTranslation("breakglass.page.intro")),
                panel);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("breakglass.title");
    }

    private void use() {
        var found = new CaseFileId[1];
        if (message.attempt(() -> {
            found[0] = emergencies
                    .caseByNumber(number.getValue())
                    .orElseThrow(() -> new NotPossible("breakglass.error.no-case"));
            emergencies.use(found[0], question.reason(), question.length());
        })) {
            CaseFileNavigation.go(CaseFileNavigation.to(found[0], Purpose.ACUTE_SAFETY));
        }
    }
}
