package nl.samenzicht.web.signal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.indicator.Assessment.AgeBasis;
import nl.samenzicht.domain.indicator.Conclusion;
import nl.samenzicht.domain.indicator.Indicator;
import nl.samenzicht.domain.indicator.IndicatorSet;
import nl.samenzicht.domain.indicator.Observation;
import nl.samenzicht.domain.indicator.Profile;
import nl.samenzicht.domain.indicator.Score;
import nl.samenzicht.domain.signal.SignalView;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.FieldWords;
import nl.samenzicht.web.content.ScoreSummary;
import nl.samenzicht.web.forms.FormMessage;

/**
 * Weighing a signal: what is known of each indicator, where that points, and the conclusion of whoever weighs it. The
 * conclusion is never filled in beforehand.
 */
class AssessForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 5_000;

    private final transient Consumer<Assessment> recording;
    private final transient IndicatorSet set;
    private final Select<Profile> profile = new Select<>();
    private final Select<String> form = new Select<>();
    private final Select<AgeBasis> ageBasis = new Select<>();
    private final Section asked = new Section();
    private final Div score = new Div();
    private final RadioButtonGroup<Conclusion> conclusion = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea();
    private final FormMessage message = new FormMessage();
    private final transient Map<String, Observation> observations = new LinkedHashMap<>();

    /**
     * Makes the form.
     *
     * @param set the version of the indicators that holds today
     * @param view the signal; its newest assessment is where this one begins, but for the conclusion
     * @param recording gets the assessment; throws a refusal or a fault when it cannot be recorded
     */
    AssessForm(IndicatorSet set, SignalView view, Consumer<Assessment> recording) {
        this.recording = recording;
        this.set = set;
        addClassName("assess-columns");
        getElement().setAttribute("data-form", true);
        var earlier = view.assessment();
        earlier.ifPresent(assessment ->
                assessment.observations().forEach(observation -> observations.put(observation.code(), observation)));
        asked.addClassNames("panel", "assess-asked");
        score.addClassName("assess-score");
        score.getElement().setAttribute("aria-live", "polite");
        var left = new Div(told(view), about(view, earlier), asked, concluding(earlier));
        left.addClassName("assess-left");
        var right = new Aside(new H2(Terms.text("assess.score.title")), score);
        right.addClassNames("panel", "assess-right");
        add(left, right);
        ask();
    }

    private static Details told(SignalView view) {
        var told = new Div();
        told.addClassName("assess-told");
        view.items().stream()
                .filter(item -> item.kind() == ItemKind.FIELDS || item.kind() == ItemKind.NOTE)
                .forEach(item -> told.add(SignalPage.card(view, item)));
        var details = new Details(new H2(Terms.text("assess.told")), told);
        details.setOpened(true);
        details.addClassName("panel");
        return details;
    }

    private Section about(SignalView view, Optional<Assessment> earlier) {
        var said = view.said();
        profile.setLabel(Terms.text("assess.profile"));
        profile.setHelperText(Terms.text("assess.profile.help"));
        profile.setItems(Profile.values());
        profile.setItemLabelGenerator(Terms::of);
        profile.setValue(earlier.map(Assessment::profile).orElseGet(() -> Profile.pointedTo(said)));
        profile.addValueChangeListener(change -> ask());
        ageBasis.setLabel(Terms.text("assess.age-basis"));
        ageBasis.setItems(AgeBasis.values());
        ageBasis.setEmptySelectionAllowed(true);
        ageBasis.setEmptySelectionCaption(Terms.text("choice.none"));
        ageBasis.setItemLabelGenerator(each -> each == null ? Terms.text("choice.none") : Terms.of(each));
        earlier.flatMap(Assessment::ageBasis).ifPresent(ageBasis::setValue);
        var definition = FieldCatalogue.standard()
                .field(DataCategory.SIGNAL, "exploitation")
                .orElseThrow();
        form.setLabel(Terms.text("assess.form"));
        form.setItems(Assessment.forms());
        form.setEmptySelectionAllowed(true);
        form.setEmptySelectionCaption(Terms.text("choice.none"));
        form.setItemLabelGenerator(
                code -> code == null ? Terms.text("choice.none") : FieldWords.choice(definition, code));
        earlier.map(Assessment::form)
                .orElseGet(() -> Optional.ofNullable(said.get("exploitation")))
                .ifPresent(form::setValue);
        var fields = new Div(profile, ageBasis, form);
        fields.addClassName("assess-about");
        var section = new Section(new H2(Terms.text("assess.about.title")), fields);
        section.addClassName("panel");
        return section;
    }

    /** Asks the indicators of the list that was chosen; answers stay when another list is chosen. */
    private void ask() {
        asked.removeAll();
        asked.add(new H2(Terms.text("assess.indicators.title")), new Paragraph(Terms.text("assess.indicators.hint")));
        if (profile.getValue().isChild()) {
            var minor = new Paragraph(Terms.text("score.minor"));
            minor.addClassName("item-notice");
            asked.add(minor);
        }
        set.weighedFor(profile.getValue())
                .forEach((dimension, indicators) ->
                        asked.add(group(Terms.of(dimension), Terms.text("assess.dimension." + dimension), indicators)));
        asked.add(new H2(Terms.text("assess.practice.title")), new Paragraph(Terms.text("assess.practice.hint")));
        set.practiceSignals()
                .forEach((group, indicators) -> asked.add(group(Terms.text("advice.group." + group), "", indicators)));
        showScore();
    }

    private Details group(String name, String help, List<Indicator> indicators) {
        var rows = new Div();
        rows.addClassName("observations");
        var details = new Details(name, rows);
        details.addClassName("assess-group");
        var filled = new boolean[1];
        Runnable count = () -> {
            var known = indicators.stream()
                    .filter(indicator -> observations.containsKey(indicator.code()))
                    .count();
            details.setSummaryText(Terms.text("assess.group", name, known, indicators.size()));
        };
        details.addOpenedChangeListener(opened -> {
            if (opened.isOpened() && !filled[0]) {
                filled[0] = true;
                if (!help.isEmpty()) {
                    var hint = new Paragraph(help);
                    hint.addClassName("hint");
                    rows.add(hint);
                }
                indicators.forEach(indicator -> rows.add(row(indicator, count)));
            }
        });
        count.run();
        details.setOpened(indicators.stream().anyMatch(indicator -> observations.containsKey(indicator.code())));
        return details;
    }

    private ObservationRow row(Indicator indicator, Runnable count) {
        return new ObservationRow(
                indicator, profile.getValue(), Optional.ofNullable(observations.get(indicator.code())), known -> {
                    known.ifPresentOrElse(
                            observation -> observations.put(indicator.code(), observation),
                            () -> observations.remove(indicator.code()));
                    count.run();
                    touched();
                    showScore();
                });
    }

    private void touched() {
        getElement().setAttribute("data-draft", true);
    }

    private void showScore() {
        score.removeAll();
        score.add(new ScoreSummary(Score.of(set, profile.getValue(), observations.values())));
    }

    private Section concluding(Optional<Assessment> earlier) {
        conclusion.setLabel(Terms.text("assess.conclusion"));
        conclusion.setItems(Conclusion.values());
        conclusion.setItemLabelGenerator(Terms::of);
        conclusion.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        conclusion.setRequiredIndicatorVisible(true);
        conclusion.addValueChangeListener(change -> touched());
        reason.setLabel(Terms.text("assess.reason"));
        reason.setHelperText(Terms.text("assess.reason.help", Assessment.SHORTEST_REASON));
        reason.setMaxLength(LONGEST_REASON);
        reason.setMinHeight("120px");
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(change -> touched());
        var save = new Button(Terms.text("assess.save"), click -> record());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("record-assessment");
        save.setDisableOnClick(true);
        save.addClickListener(click -> save.setEnabled(true));
        var section = new Section(new H2(Terms.text("assess.conclusion.title")));
        earlier.ifPresent(assessment -> section.add(
                new Paragraph(Terms.text("assess.earlier", Terms.of(assessment.conclusion()), assessment.reason()))));
        section.add(new Paragraph(Terms.text("assess.conclusion.hint")), conclusion, reason, message, save);
        section.addClassNames("panel", "assess-concluding");
        return section;
    }

    private void record() {
        message.attempt(() -> {
            if (conclusion.getValue() == null) {
                throw new NotPossible("assessment.error.no-conclusion");
            }
            recording.accept(new Assessment(
                    set.version(),
                    profile.getValue(),
                    Optional.ofNullable(form.getValue()),
                    Optional.ofNullable(ageBasis.getValue()),
                    List.copyOf(observations.values()),
                    conclusion.getValue(),
                    reason.getValue()));
        });
    }
}
