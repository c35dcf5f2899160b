package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import nl.samenzicht.domain.officer.WhoSees;
import nl.samenzicht.domain.officer.WhoSees.OfCase;
import nl.samenzicht.domain.officer.WhoSees.Sighting;
import nl.samenzicht.domain.officer.WhoSeesService;
import nl.samenzicht.domain.officer.WhoSeesService.Asked;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.Supposition;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.MainLayout;

/** Who could see what of a case or a person, by which rule and until when; also were something otherwise. */
@Route(value = "officer/who", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class WhoSeesView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String CASE = "case";
    private static final String PERSON = "person";
    private static final String PURPOSE = "purpose";
    private static final String SUPPOSED = "supposed";

    private final transient WhoSeesService service;
    private final transient LogWords words;
    private final CasePicker picker;
    private final Checkbox person = new Checkbox(Terms.text("who.person.label"));
    private final ComboBox<Purpose> purpose = new ComboBox<>(Terms.text("who.purpose.label"));
    private final Select<Supposition> supposed = new Select<>();
    private final Div result = new Div();
    private String shown = "";

    @Inject
    WhoSeesView(WhoSeesService service) {
        this.service = service;
        words = new LogWords(UI.getCurrent().getLocale());
        addClassNames("page", "officer");
        picker = new CasePicker(words, this::go);
        purpose.setItems(Purpose.values());
        purpose.setItemLabelGenerator(Terms::of);
        purpose.setPlaceholder(Terms.text("who.purpose.any"));
        purpose.setClearButtonVisible(true);
        supposed.setLabel(Terms.text("who.supposed.label"));
        supposed.setItems(Supposition.values());
        supposed.setEmptySelectionAllowed(true);
        supposed.setEmptySelectionCaption(Terms.text("who.supposed.none"));
        supposed.setItemLabelGenerator(each -> each == null ? Terms.text("who.supposed.none") : Terms.of(each));
        purpose.addValueChangeListener(change -> again(change.isFromClient()));
        supposed.addValueChangeListener(change -> again(change.isFromClient()));
        person.addValueChangeListener(change -> again(change.isFromClient()));
        var choices = new Div(purpose, supposed, person);
        choices.addClassNames("case-picker", "who-choices");
        result.addClassName("log-result");
        add(new H1(Terms.text("who.page.title")), new Paragraph(Terms.text("who.page.intro")), picker, choices, result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("who.page.title");
    }

    private void again(boolean byPerson) {
        if (byPerson && !shown.isEmpty()) {
            go(shown);
        }
    }

    private void go(String number) {
        var parameters = new HashMap<String, String>();
        parameters.put(CASE, number);
        if (person.getValue()) {
            parameters.put(PERSON, "true");
        }
        purpose.getOptionalValue().ifPresent(each -> parameters.put(PURPOSE, each.code()));
        supposed.getOptionalValue().ifPresent(each -> parameters.put(SUPPOSED, each.name()));
        UI.getCurrent().navigate(WhoSeesView.class, QueryParameters.simple(parameters));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        result.removeAll();
        var parameters = event.getLocation().getQueryParameters();
        shown = parameters.getSingleParameter(CASE).orElse("");
        person.setValue(parameters.getSingleParameter(PERSON).isPresent());
        purpose.setValue(parameters
                .getSingleParameter(PURPOSE)
                .flatMap(code -> Arrays.stream(Purpose.values())
                        .filter(each -> each.code().equals(code))
                        .findFirst())
                .orElse(null));
        supposed.setValue(parameters
                .getSingleParameter(SUPPOSED)
                .flatMap(name -> Arrays.stream(Supposition.values())
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .orElse(null));
        if (shown.isEmpty()) {
            return;
        }
        picker.show(shown);
        try {
            show(service.ask(
                    new Asked(shown, person.getValue(), purpose.getOptionalValue(), supposed.getOptionalValue())));
        } catch (AccessDenied refusal) {
            result.add(OfficerPages.refused(words, refusal));
        }
    }

    private void show(WhoSees answer) {
        if (answer.cases().isEmpty()) {
            result.add(OfficerPages.nothing(Terms.text("looks.nothing.text", shown)));
        }
        supposed.getOptionalValue().ifPresent(each -> {
            var note = new Paragraph(Terms.text("who.supposed.note"));
            note.addClassName("hint");
            result.add(note);
        });
        answer.cases().forEach(each -> result.add(ofCase(each)));
        result.add(OfficerPages.recorded(words, answer.entry().value()));
    }

    private Section ofCase(OfCase of) {
        var section = new Section(new H2(of.name().number() + " " + of.name().codeName()));
        section.addClassName("who-case");
        if (supposed.getOptionalValue().isPresent()) {
            section.add(new H3(Terms.text("who.closing.title")), table(of.closing(), "who.closing.none"));
            section.add(new H3(Terms.text("who.open.title")));
        }
        section.add(table(of.sightings(), "who.none.text"));
        return section;
    }

    private static Component table(List<Sighting> sightings, String none) {
        return sightings.isEmpty() ? OfficerPages.nothing(Terms.text(none)) : new SightingTable(sightings);
    }
}
