package nl.samenzicht.web.clock;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.residence.EarlyEnd;
import nl.samenzicht.domain.residence.ReflectionGround;
import nl.samenzicht.domain.residence.Route;
import nl.samenzicht.domain.residence.RouteAnswer;
import nl.samenzicht.domain.residence.RouteSequel;
import nl.samenzicht.domain.residence.RouteStep;
import nl.samenzicht.domain.residence.RouteTerms;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;

/** Asks which step was taken, on which day, and what that step needs besides. Only steps that can be next are offered. */
class StepForm extends Div {
    private static final long serialVersionUID = 1L;

    private final RadioButtonGroup<RouteStep.Kind> kind = new RadioButtonGroup<>(Terms.text("route.field.step"));
    private final DatePicker on = Days.picker(Terms.text("route.field.on"));
    private final DatePicker until = Days.picker(Terms.text("route.field.until"));
    private final RadioButtonGroup<ReflectionGround> ground;
    private final RadioButtonGroup<EarlyEnd> by;
    private final RadioButtonGroup<RouteAnswer> answer;
    private final RadioButtonGroup<RouteSequel> sequel;

    StepForm(Route route, LocalDate today) {
        addClassName("route-form");
        kind.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        kind.setItems(route.next());
        kind.setItemLabelGenerator(step -> Terms.text("route.step." + step.name()));
        ground = choice("route.field.ground", Arrays.asList(ReflectionGround.values()));
        by = choice(
                "route.field.by",
                Arrays.stream(EarlyEnd.values()).filter(end -> !end.byAnswer()).toList());
        answer = choice(
                "route.field.answer",
                Arrays.stream(RouteAnswer.values())
                        .filter(each ->
                                each != RouteAnswer.WITNESS || route.from().isEmpty())
                        .toList());
        sequel = choice(
                "route.field.sequel",
                Arrays.stream(RouteSequel.values())
                        .filter(each ->
                                each != RouteSequel.B9 || route.permitUntil().isPresent())
                        .toList());
        on.setMax(today);
        on.setRequiredIndicatorVisible(true);
        until.setRequiredIndicatorVisible(true);
        ground.setValue(ReflectionGround.STANDARD);
        kind.addValueChangeListener(change -> show());
        ground.addValueChangeListener(change -> propose());
        on.addValueChangeListener(change -> propose());
        add(kind, ground, by, answer, sequel, on, until);
        kind.setValue(route.next().iterator().next());
        on.setValue(today);
    }

    private static <E extends Enum<E>> RadioButtonGroup<E> choice(String label, Collection<E> codes) {
        var group = new RadioButtonGroup<E>(Terms.text(label));
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.setItems(codes);
        group.setItemLabelGenerator(Terms::of);
        group.setRequiredIndicatorVisible(true);
        return group;
    }

    private void show() {
        var step = kind.getValue();
        ground.setVisible(step == RouteStep.Kind.BEGIN);
        by.setVisible(step == RouteStep.Kind.END_EARLY);
        answer.setVisible(step == RouteStep.Kind.ANSWER);
        sequel.setVisible(step == RouteStep.Kind.SEQUEL);
        until.setVisible(step == RouteStep.Kind.BEGIN || step == RouteStep.Kind.PERMIT);
        until.setHelperText(step == RouteStep.Kind.BEGIN ? Terms.text("route.field.until.help") : "");
        on.setLabel(Terms.text(
                step == RouteStep.Kind.BEGIN || step == RouteStep.Kind.PERMIT ? "route.field.from" : "route.field.on"));
        propose();
    }

    /** The longest period that the law gives; the letter of the police may say less. */
    private void propose() {
        if (kind.getValue() == RouteStep.Kind.BEGIN
                && on.getValue() != null
                && ground.getValue() != null
                && RouteTerms.knownOn(on.getValue())) {
            until.setValue(RouteTerms.lastDayOfReflection(ground.getValue(), on.getValue()));
        } else if (kind.getValue() == RouteStep.Kind.PERMIT) {
            until.clear();
        }
    }

    /** The step that was filled in. */
    RouteStep step() {
        var day = need(on.getValue(), "route.error.no-day");
        return switch (need(kind.getValue(), "route.error.no-step")) {
            case BEGIN ->
                new RouteStep.Begin(
                        day,
                        need(until.getValue(), "route.error.no-last-day"),
                        need(ground.getValue(), "route.error.no-choice"));
            case END_EARLY -> new RouteStep.EndEarly(day, need(by.getValue(), "route.error.no-choice"));
            case ANSWER -> new RouteStep.Answer(day, need(answer.getValue(), "route.error.no-choice"));
            case SEND_M55 -> new RouteStep.SendM55(day);
            case PERMIT -> new RouteStep.Permit(day, need(until.getValue(), "route.error.no-last-day"));
            case SEQUEL -> new RouteStep.Sequel(day, need(sequel.getValue(), "route.error.no-choice"));
        };
    }

    private static <T> T need(T value, String otherwise) {
        if (value == null) {
            throw new NotPossible(otherwise);
        }
        return value;
    }
}
