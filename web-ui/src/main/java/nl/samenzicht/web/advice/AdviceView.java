package nl.samenzicht.web.advice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenzicht.domain.advice.Direction;
import nl.samenzicht.domain.advice.Doubt;
import nl.samenzicht.domain.advice.Doubt.Answer;
import nl.samenzicht.domain.advice.PracticeSignal;
import nl.samenzicht.domain.advice.PracticeSignals;
import nl.samenzicht.web.signin.Languages;
import nl.samenzicht.web.signin.OpenToAll;

/**
 * Helps who doubts to think about what they see and whom to call. Nobody signs in, nobody is named, and what is chosen here
 * is in no log and in no database: it is gone when the page is closed.
 */
@OpenToAll
@Route(AdviceView.PATH)
@StyleSheet("context://advice.css")
class AdviceView extends Main implements HasDynamicTitle {
    static final String PATH = "advice";

    private static final long serialVersionUID = 1L;
    private static final String ANY_FORM = "alle";

    private final RadioButtonGroup<Answer> exploited = question("exploited");
    private final RadioButtonGroup<Answer> pressed = question("pressed");
    private final RadioButtonGroup<Answer> minor = question("minor");
    private final RadioButtonGroup<Answer> border = question("border");
    private final List<CheckboxGroup<PracticeSignal>> noticed = new ArrayList<>();
    private final Div outcome = new Div();

    AdviceView() {
        addClassName("advice");
        outcome.addClassName("advice-outcome");
        outcome.getElement().setAttribute("role", "status");
        var result = new Aside(outcome);
        result.addClassName("advice-result");
        result.getElement().setAttribute("aria-label", getTranslation("advice.result.title"));
        var asked = new Div(questions(), signals());
        asked.addClassName("advice-asked");
        var columns = new Div(asked, result, helplines());
        columns.addClassName("advice-columns");
        add(head(), columns);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("advice.page.title");
    }

    private Component head() {
        var mark = new Image("icon.svg", "");
        mark.addClassName("brand-mark");
        var brand = new Anchor("", mark, new Span(getTranslation("app.name")));
        brand.addClassName("advice-brand");
        var language = new Button(getTranslation("shell.language.other"), click -> Languages.chooseOther());
        language.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var top = new Div(brand, language);
        top.addClassName("advice-top");
        var danger = new Paragraph(
                new Span(getTranslation("advice.danger.text") + " "),
                new Anchor(Helpline.EMERGENCY.link(), getTranslation("advice.danger.call")));
        danger.addClassName("advice-danger");
        var head = new Div(
                top,
                new H1(getTranslation("advice.page.title")),
                new Paragraph(getTranslation("advice.page.line")),
                danger,
                new Anchor("definitions", getTranslation("definition.page.title")));
        head.addClassName("advice-head");
        return head;
    }

    private Section questions() {
        var section = new Section(
                new H2(getTranslation("advice.questions.title")),
                new Paragraph(getTranslation("advice.questions.hint")),
                exploited,
                pressed,
                minor,
                border);
        section.addClassNames("panel", "advice-questions");
        return section;
    }

    private RadioButtonGroup<Answer> question(String key) {
        var group = new RadioButtonGroup<Answer>();
        group.setLabel(getTranslation("advice." + key + ".label"));
        group.setHelperText(getTranslation("advice." + key + ".help"));
        group.setItems(Answer.values());
        group.setItemLabelGenerator(answer -> getTranslation("advice.answer." + answer));
        group.setValue(Answer.UNKNOWN);
        group.addClassName("advice-" + key);
        group.addValueChangeListener(change -> show());
        return group;
    }

    private Section signals() {
        var section = new Section(
                new H2(getTranslation("advice.signals.title")), new Paragraph(getTranslation("advice.signals.hint")));
        section.addClassNames("panel", "advice-signals");
        var language = Languages.isDutch() ? "nl" : "en";
        PracticeSignals.byGroup().forEach((group, signals) -> {
            var name = getTranslation("advice.group." + group);
            var choices = new CheckboxGroup<PracticeSignal>();
            choices.setItems(signals);
            choices.setItemLabelGenerator(signal -> signal.in(language));
            choices.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
            choices.setAriaLabel(name);
            var details = new Details(name, choices);
            choices.addValueChangeListener(change -> {
                int chosen = change.getValue().size();
                details.setSummaryText(chosen == 0 ? name : getTranslation("advice.group.chosen", name, chosen));
                show();
            });
            noticed.add(choices);
            section.add(details);
        });
        return section;
    }

    private Set<PracticeSignal> chosen() {
        return noticed.stream().flatMap(group -> group.getValue().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private void show() {
        var chosen = chosen();
        var direction = new Doubt(
                        exploited.getValue(),
                        pressed.getValue(),
                        minor.getValue(),
                        border.getValue(),
                        chosen.stream().map(PracticeSignal::code).collect(Collectors.toSet()))
                .direction();
        outcome.removeAll();
        outcome.getElement().setAttribute("data-direction", direction.name());
        outcome.add(
                new H2(getTranslation("advice.direction." + direction + ".title")),
                new Paragraph(getTranslation("advice.direction." + direction + ".text")));
        if (!chosen.isEmpty()) {
            outcome.add(new Paragraph(getTranslation("advice.noticed", chosen.size()) + " " + forms(chosen)));
        }
        if (direction != Direction.NOTHING_YET) {
            outcome.add(new Paragraph(getTranslation("advice.not-punished")));
        }
        var reserve = new Paragraph(getTranslation("advice.no-conclusion"));
        reserve.addClassName("hint");
        outcome.add(reserve);
    }

    /** The forms with which some of these signals are seen in particular; nothing when they are seen with any. */
    private String forms(Set<PracticeSignal> chosen) {
        var names = chosen.stream()
                .flatMap(signal -> signal.forms().stream())
                .filter(form -> !form.equals(ANY_FORM))
                .distinct()
                .sorted()
                .map(form -> getTranslation("advice.form." + form))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : getTranslation("advice.forms", names);
    }

    private Section helplines() {
        var list = new UnorderedList();
        list.addClassName("advice-lines");
        for (var line : Helpline.values()) {
            var number = new Anchor(line.link(), line.number());
            number.addClassName("advice-number");
            var name = new Span(getTranslation("advice.line." + line + ".name"));
            name.addClassName("row-title");
            var words = new Div(name, new Span(getTranslation("advice.line." + line + ".text")));
            words.addClassName("row-words");
            list.add(new ListItem(words, number));
        }
        var section = new Section(
                new H2(getTranslation("advice.lines.title")), new Paragraph(getTranslation("advice.lines.hint")), list);
        section.addClassNames("panel", "advice-help");
        return section;
    }
}
