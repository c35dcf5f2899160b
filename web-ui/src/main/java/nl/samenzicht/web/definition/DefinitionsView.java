package nl.samenzicht.web.definition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.FormFields;
import nl.samenzicht.web.signin.Languages;
import nl.samenzicht.web.signin.OpenToAll;

/**
 * Walks through act, means and purpose of art. 273f Sr, smuggling and the forms of exploitation, and shows at once how the
 * answers read under each definition. Open to everybody; it keeps nothing.
 */
@OpenToAll
@Route("definitions")
@StyleSheet("context://advice.css")
@StyleSheet("context://signal.css")
class DefinitionsView extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient FormFields fields = new FormFields();
    private final Div result = new Div();

    DefinitionsView() {
        addClassName("advice");
        var asked = new Div(
                step("purpose", question("exploited"), question("exploitation")),
                step("act", question("act")),
                step("means", question("minor"), question("means")),
                step("border", question("borderHelp")));
        asked.addClassName("advice-asked");
        result.addClassName("advice-outcome");
        result.getElement().setAttribute("role", "status");
        var right = new Aside(result);
        right.addClassName("advice-result");
        var columns = new Div(asked, right);
        columns.addClassName("advice-columns");
        add(head(), columns);
        fields.onChange(this::show);
        show();
    }

    @Override
    public String getPageTitle() {
        return Terms.text("definition.page.title");
    }

    private static Component head() {
        var mark = new Image("icon.svg", "");
        mark.addClassName("brand-mark");
        var brand = new Anchor("", mark, new Span(Terms.text("app.name")));
        brand.addClassName("advice-brand");
        var language = new Button(Terms.text("shell.language.other"), click -> Languages.chooseOther());
        language.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var top = new Div(brand, language);
        top.addClassName("advice-top");
        var head = new Header(
                top,
                new H1(Terms.text("definition.page.title")),
                new Paragraph(Terms.text("definition.page.intro")),
                new Anchor("advice", Terms.text("definition.page.advice")));
        head.addClassName("advice-head");
        return head;
    }

    private static Section step(String name, Component... asked) {
        var section = new Section(
                new H2(Terms.text("definition.step." + name)),
                new Paragraph(Terms.text("definition.step." + name + ".text")));
        section.add(asked);
        section.addClassName("panel");
        return section;
    }

    private Component question(String key) {
        return fields.question(DataCategory.SIGNAL, key, Terms.text("definition.ask." + key), "");
    }

    private void show() {
        result.removeAll();
        result.add(new H2(Terms.text("definition.panel.title")), new DefinitionsPanel(fields.values()));
    }
}
