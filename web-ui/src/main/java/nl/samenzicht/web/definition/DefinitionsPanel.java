package nl.samenzicht.web.definition;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenzicht.domain.definition.Classification;
import nl.samenzicht.domain.definition.Element;
import nl.samenzicht.domain.definition.Facts;
import nl.samenzicht.domain.definition.Known;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;

/**
 * What is known, read under each definition: met, open or not met, and the rule that made the difference. It concludes
 * nothing, and it reminds that nobody is punished for what they were made to do.
 */
public class DefinitionsPanel extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * Shows the definitions.
     *
     * @param values values of a signal by field key
     */
    public DefinitionsPanel(Map<String, String> values) {
        addClassName("definitions");
        var list = new UnorderedList();
        list.addClassName("definitions-list");
        Classification.of(new Facts(values), LocalDate.now(Terms.AMSTERDAM)).forEach(each -> list.add(row(each)));
        add(list, new Paragraph(Terms.text("definition.not-punished")));
        if ("YES".equals(values.get("minor"))) {
            add(new Paragraph(Terms.text("score.minor")));
        }
        var reserve = new Paragraph(Terms.text("definition.reserve"));
        reserve.addClassName("hint");
        add(reserve);
    }

    private static ListItem row(Classification read) {
        var name = new Span(Terms.of(read.definition()));
        name.addClassName("score-name");
        var met =
                new Badge(Terms.text("definition.met." + read.met()), read.met() == Known.YES ? Tone.WARN : Tone.QUIET);
        var head = new Div(name, met);
        head.addClassName("score-head");
        var why = new Span(why(read));
        why.addClassName("hint");
        var row = new ListItem(head, why);
        row.getElement()
                .setAttribute("data-definition", read.definition().name())
                .setAttribute("data-met", read.met().name());
        return row;
    }

    private static String why(Classification read) {
        return switch (read.met()) {
            case YES ->
                Terms.text("definition.rule." + read.rule().orElseThrow().code());
            case UNKNOWN -> Terms.text("definition.open", elements(read.open()));
            case NO ->
                read.against().isEmpty()
                        ? Terms.text("definition.against.form")
                        : Terms.text("definition.against", elements(read.against()));
        };
    }

    private static String elements(Collection<Element> elements) {
        return elements.stream()
                .map(element -> Terms.text("definition.element." + element.kind()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
