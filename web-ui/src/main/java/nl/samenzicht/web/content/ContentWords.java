package nl.samenzicht.web.content;

import static java.util.stream.Collectors.joining;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.indicator.IndicatorSet;
import nl.samenzicht.domain.plan.LifeDomain;
import nl.samenzicht.domain.signal.Meldcode;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;

/** One item as lines of words, for paper: the same names and values as on the page of a case. */
public final class ContentWords {
    private ContentWords() {}

    /** One line. */
    public record Line(String name, String value) {}

    /** The lines of an item, in the order of the page. */
    public static List<Line> of(DataCategory category, ItemKind kind, ItemContent content) {
        var values = content.values();
        return switch (kind) {
            case ASSESSMENT -> assessment(Assessment.of(values));
            case MELDCODE -> meldcode(Meldcode.of(values));
            case GOAL -> goal(values);
            case SCORE -> score(values);
            case FIELDS, NOTE ->
                ContentView.inOrder(category, values).entrySet().stream()
                        .filter(each -> FieldWords.knows(category, each.getKey()))
                        .map(each -> new Line(
                                FieldWords.label(category, each.getKey()),
                                FieldWords.value(category, each.getKey(), each.getValue())))
                        .toList();
        };
    }

    private static List<Line> assessment(Assessment assessment) {
        var set = IndicatorSet.naming(assessment.setVersion());
        var lines = new ArrayList<Line>();
        lines.add(new Line(Terms.text("copy.paper.conclusion"), Terms.of(assessment.conclusion())));
        lines.add(new Line(Terms.text("copy.paper.reason"), assessment.reason()));
        lines.add(new Line(Terms.text("assess.profile"), Terms.of(assessment.profile())));
        assessment
                .form()
                .ifPresent(code -> lines.add(new Line(Terms.text("assess.form"), AssessmentContent.form(code))));
        assessment.ageBasis().ifPresent(basis -> lines.add(new Line(Terms.text("assess.age-basis"), Terms.of(basis))));
        assessment
                .observations()
                .forEach(observation -> set.find(observation.code())
                        .ifPresent(indicator -> lines.add(new Line(
                                Terms.text("assess.observed." + observation.answer()),
                                AssessmentContent.observed(indicator, observation)))));
        return lines;
    }

    private static List<Line> meldcode(Meldcode meldcode) {
        return Arrays.stream(Meldcode.Step.values())
                .flatMap(step -> Optional.ofNullable(meldcode.steps().get(step))
                        .map(taken -> new Line(
                                Terms.text("meldcode.step." + step),
                                Terms.text(
                                        taken.done() ? "meldcode.done" : "meldcode.skipped",
                                        Terms.day(taken.on()),
                                        taken.words())))
                        .stream())
                .toList();
    }

    private static List<Line> goal(Map<String, String> values) {
        return Stream.of(
                        line(values, "lifeDomain", "plan.field.domain", code -> Terms.of(LifeDomain.valueOf(code))),
                        line(values, "situation", "plan.field.situation", UnaryOperator.identity()),
                        line(values, "goal", "plan.field.goal", UnaryOperator.identity()),
                        line(values, "measure", "plan.field.measure", UnaryOperator.identity()),
                        line(values, "targetOn", "plan.field.target", ContentWords::day),
                        line(values, "ownWords", "plan.field.own-words", UnaryOperator.identity()),
                        line(values, "agreed", "plan.field.agreed", ContentWords::agreed),
                        line(values, "actions", "plan.actions.title", ContentWords::actions),
                        line(values, "evaluations", "plan.evaluations.title", ContentWords::evaluations))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Line> score(Map<String, String> values) {
        var lines = new ArrayList<Line>();
        line(values, "scoredOn", "plan.score.on", ContentWords::day).ifPresent(lines::add);
        for (var domain : LifeDomain.values()) {
            Optional.ofNullable(values.get(camel(domain)))
                    .ifPresent(value -> lines.add(new Line(Terms.of(domain), Terms.text("plan.score.value." + value))));
        }
        line(values, "note", "plan.score.note", UnaryOperator.identity()).ifPresent(lines::add);
        return lines;
    }

    private static Optional<Line> line(
            Map<String, String> values, String key, String label, UnaryOperator<String> words) {
        return Optional.ofNullable(values.get(key)).map(value -> new Line(Terms.text(label), words.apply(value)));
    }

    /** The key of a score is the domain in camel case, as all keys of content are. */
    private static String camel(LifeDomain domain) {
        var parts = domain.name().toLowerCase(Locale.ROOT).split("_");
        return parts[0]
                + Arrays.stream(parts)
                        .skip(1)
                        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                        .collect(joining());
    }

    private static String day(String iso) {
        return FieldWords.value(DataCategory.PLAN, ItemContent.NOTE_DATE, iso);
    }

    private static String agreed(String code) {
        return Terms.text("YES".equals(code) ? "plan.agreed.yes" : "plan.agreed.no");
    }

    private static String actions(String json) {
        return objects(json).map(each -> each.getString("title", "")).collect(joining("\n"));
    }

    private static String evaluations(String json) {
        return objects(json)
                .map(each -> Stream.of(
                                day(each.getString("on", "")),
                                each.getString("outcome", ""),
                                each.getString("next", "").isEmpty()
                                        ? ""
                                        : Terms.text("plan.evaluation.next", each.getString("next")))
                        .filter(part -> !part.isEmpty())
                        .collect(joining(" · ")))
                .collect(joining("\n"));
    }

    private static Stream<JsonObject> objects(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream();
        }
    }
}
