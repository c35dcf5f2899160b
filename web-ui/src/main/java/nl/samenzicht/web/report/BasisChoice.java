package nl.samenzicht.web.report;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Optional;
import java.util.function.Consumer;
import nl.samenzicht.domain.report.ReportBasis;
import nl.samenzicht.domain.report.ReportGrounds;
import nl.samenzicht.domain.report.ReportTask;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;

/** On what the report rests: always chosen, with how the consents stand and whether a parent is kept out. */
class BasisChoice extends Div {
    private static final long serialVersionUID = 1L;

    private final RadioButtonGroup<ReportBasis> choice = new RadioButtonGroup<>();

    /**
     * Makes the choice.
     *
     * @param chosen what stands there already; nothing for a new report, because nobody chooses for the reporter
     * @param consents where the consents of the case are
     */
    BasisChoice(
            ReportTask task,
            ReportGrounds grounds,
            Optional<ReportBasis> chosen,
            String consents,
            Consumer<ReportBasis> changed) {
        addClassNames("panel", "report-basis");
        add(new H2(Terms.text("report.basis.title")));
        choice.setItems(grounds.possible());
        choice.setRenderer(new ComponentRenderer<>(BasisChoice::described));
        choice.setRequiredIndicatorVisible(true);
        choice.setAriaLabel(Terms.text("report.basis.title"));
        choice.getElement().setAttribute("data-field", "basis");
        chosen.filter(grounds.possible()::contains).ifPresent(choice::setValue);
        choice.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                changed.accept(change.getValue());
            }
        });
        add(choice);
        if (!grounds.mayName()) {
            add(hint(Terms.text("report.basis.no-name")));
        }
        if (grounds.possible().contains(ReportBasis.POLICE_DUTY)) {
            add(hint(Terms.text(grounds.provided() ? "report.basis.provided" : "report.basis.not-provided")));
        }
        if (!grounds.consents().isEmpty()) {
            add(consents(task, grounds, consents));
        }
        if (grounds.parentKeptOut()) {
            add(keptOut(grounds));
        }
    }

    private static Div described(ReportBasis basis) {
        var name = new Span(Terms.of(basis));
        name.addClassName("ground-name");
        var what = new Span(Terms.text("report.basis." + basis + ".text"));
        what.addClassName("hint");
        var words = new Div(name, what);
        words.addClassName("ground-choice");
        return words;
    }

    private static Div consents(ReportTask task, ReportGrounds grounds, String address) {
        var list = new UnorderedList();
        list.addClassName("report-consents");
        grounds.consents().forEach(asked -> {
            var state = new Badge(
                    asked.byKeptOutParent() ? Terms.text("report.consent.by-parent") : Terms.of(asked.state()),
                    asked.holds() ? Tone.GOOD : Tone.QUIET);
            var row = new ListItem(new Span(Terms.of(asked.category())), state);
            asked.until()
                    .filter(any -> asked.holds())
                    .ifPresent(until -> row.add(hintSpan(Terms.text("consent.row.until", Terms.lastDay(until)))));
            list.add(row);
        });
        var link = new com.vaadin.flow.component.html.Anchor(address, Terms.text("report.consent.link"));
        var all = new Div(new Paragraph(Terms.text("report.consent.title", Terms.of(task.purpose()))), list, link);
        all.addClassName("report-consent-block");
        return all;
    }

    private static Div keptOut(ReportGrounds grounds) {
        var notice = new Paragraph(Terms.text("report.parent.kept-out"));
        var block = new Div(notice);
        block.addClassName("coop-notice");
        grounds.keptOutBecause().ifPresent(why -> {
            var reason = new Paragraph(why);
            reason.addClassName("share-quote");
            block.add(reason);
        });
        return block;
    }

    private static Paragraph hint(String words) {
        var hint = new Paragraph(words);
        hint.addClassName("hint");
        return hint;
    }

    private static Span hintSpan(String words) {
        var hint = new Span(words);
        hint.addClassName("hint");
        return hint;
    }

    /** What is chosen now. */
    Optional<ReportBasis> chosen() {
        return Optional.ofNullable(choice.getValue());
    }
}
