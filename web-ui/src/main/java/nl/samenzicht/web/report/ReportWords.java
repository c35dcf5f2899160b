package nl.samenzicht.web.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenzicht.domain.report.ReportField;
import nl.samenzicht.domain.report.ReportFields;
import nl.samenzicht.domain.report.ReportState;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.FieldWords;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;

/** What a report says, in words. */
final class ReportWords {
    private ReportWords() {}

    /** The values as people read them, in the order of the form; a code that is over has its name still. */
    static Component values(List<ReportField> fields, Map<String, String> values) {
        var list = new DescriptionList();
        list.addClassNames("content-fields", "report-values");
        fields.stream()
                .map(ReportField::key)
                .filter(values::containsKey)
                .forEach(key -> add(list, key, values.get(key)));
        values.keySet().stream()
                .filter(key -> fields.stream().noneMatch(field -> field.key().equals(key)))
                .forEach(key -> add(list, key, values.get(key)));
        return list;
    }

    private static void add(DescriptionList list, String key, String value) {
        ReportFields.standard()
                .ever(key)
                .map(ReportField::definition)
                .ifPresent(field -> list.add(
                        new DescriptionList.Term(Terms.text(field.labelKey())),
                        new DescriptionList.Description(new Span(FieldWords.value(field, value)))));
    }

    /** The names of some fields. */
    static String names(List<String> keys) {
        return keys.stream()
                .flatMap(key -> ReportFields.standard().ever(key).stream())
                .map(field -> Terms.text(field.definition().labelKey()))
                .collect(Collectors.joining(", "));
    }

    /** A state with its colour; the word alone says it too. */
    static Span badge(ReportState state) {
        return new Badge(
                Terms.of(state),
                switch (state) {
                    case CONCEPT, CHECKED -> Tone.QUIET;
                    case SENT -> Tone.WARN;
                    case RECEIVED, CORRECTED -> Tone.GOOD;
                    case WITHDRAWN -> Tone.DANGER;
                });
    }

    /** Why a message did not arrive, in words; the code itself is for who keeps the system. */
    static String problem(String code) {
        return switch (code) {
            case "unreachable", "timeout", "folder", "receipt-unreadable", "other-reference" ->
                Terms.text("report.problem." + code);
            default -> Terms.text("report.problem.other", code);
        };
    }
}
