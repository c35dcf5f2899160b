package nl.samenzicht.web.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.indicator.Indicator;
import nl.samenzicht.domain.indicator.IndicatorSet;
import nl.samenzicht.domain.indicator.Observation;
import nl.samenzicht.domain.indicator.Observation.Answer;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;

/** An assessment that was recorded: the conclusion of a person first, then what it was held against. */
final class AssessmentContent extends Div {
    private static final long serialVersionUID = 1L;

    AssessmentContent(Map<String, String> values) {
        var assessment = Assessment.of(values);
        var set = IndicatorSet.naming(assessment.setVersion());
        addClassName("assessment");
        var conclusion = new Span(Terms.of(assessment.conclusion()));
        conclusion.addClassName("assessment-conclusion");
        var reason = new Paragraph(assessment.reason());
        reason.addClassName("content-words");
        add(conclusion, reason, facts(assessment, set), new ScoreSummary(assessment.score()));
        addObserved(assessment.observations(), Answer.PRESENT, set);
        addObserved(assessment.observations(), Answer.ABSENT, set);
    }

    private static Component facts(Assessment assessment, IndicatorSet set) {
        var list = new DescriptionList();
        list.addClassName("content-fields");
        list.add(
                new DescriptionList.Term(Terms.text("assess.profile")),
                new DescriptionList.Description(Terms.of(assessment.profile())));
        assessment
                .form()
                .ifPresent(code -> list.add(
                        new DescriptionList.Term(Terms.text("assess.form")),
                        new DescriptionList.Description(form(code))));
        assessment
                .ageBasis()
                .ifPresent(basis -> list.add(
                        new DescriptionList.Term(Terms.text("assess.age-basis")),
                        new DescriptionList.Description(Terms.of(basis))));
        list.add(
                new DescriptionList.Term(Terms.text("assess.set")),
                new DescriptionList.Description(
                        Terms.text("assess.set.version", set.version(), Terms.day(set.validFrom()))));
        return list;
    }

    static String form(String code) {
        return FieldCatalogue.standard()
                .field(DataCategory.SIGNAL, "exploitation")
                .map(field -> FieldWords.choice(field, code))
                .orElse(code);
    }

    private void addObserved(List<Observation> all, Answer answer, IndicatorSet set) {
        var list = new UnorderedList();
        list.addClassName("assessment-observed");
        all.stream()
                .filter(observation -> observation.answer() == answer)
                .forEach(observation -> set.find(observation.code())
                        .ifPresent(indicator -> list.add(new ListItem(observed(indicator, observation)))));
        if (list.getChildren().findAny().isPresent()) {
            add(new H4(Terms.text("assess.observed." + answer)), list);
        }
    }

    static String observed(Indicator indicator, Observation observation) {
        var how = Stream.of(
                        observation.manner().map(Terms::of),
                        observation.reliability().map(Terms::of),
                        observation.on().map(Terms::day),
                        Optional.of(observation.source()).filter(source -> !source.isBlank()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        var words = indicator.code() + " " + indicator.in(Terms.locale().getLanguage());
        return how.isEmpty() ? words : words + " (" + how + ")";
    }
}
