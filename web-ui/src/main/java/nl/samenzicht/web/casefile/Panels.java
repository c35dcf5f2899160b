package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import nl.samenzicht.security.database.Outage;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.edge.FailureReference;
import nl.samenzicht.web.edge.OutageWords;

/** The states that a part of a page can be in besides its content. */
final class Panels {
    private Panels() {}

    /** It failed: a sentence, a reference that finds it in the server's log, and the way to try again. */
    static Component failed(RuntimeException failure, Runnable again) {
        var panel = new Div(
                title(Terms.text("error.failure.title")),
                new Paragraph(words(failure, FailureReference.of(failure))),
                new Button(Terms.text("case.failed.again"), click -> again.run()));
        panel.addClassNames("case-state", "case-failed");
        panel.getElement().setAttribute("role", "alert");
        return panel;
    }

    private static String words(RuntimeException failure, String reference) {
        return Outage.behind(failure)
                .map(outage -> Terms.text(OutageWords.key(outage)) + " " + Terms.text("error.reference.label") + " "
                        + reference)
                .orElseGet(() -> Terms.text("case.failed.text", reference));
    }

    /** What was shown here was taken away; neutral about why, with the way to look again. */
    static Component stale(Runnable again) {
        var panel = new Div(
                title(Terms.text("case.stale.title")),
                new Paragraph(Terms.text("case.stale.text")),
                new Button(Terms.text("case.stale.again"), click -> again.run()));
        panel.addClassNames("case-state", "case-stale");
        panel.getElement().setAttribute("role", "status");
        return panel;
    }

    /** Nobody is signed in any more as who opened the page. */
    static Component ended() {
        var panel = new Div(
                title(Terms.text("case.ended.title")),
                new Paragraph(Terms.text("case.ended.text")),
                new Button(
                        Terms.text("case.ended.again"),
                        click -> click.getSource()
                                .getUI()
                                .ifPresent(ui -> ui.getPage().reload())));
        panel.addClassNames("case-state", "case-stale");
        panel.getElement().setAttribute("role", "status");
        return panel;
    }

    /** Not a heading: these panels stand at any depth of a page. */
    private static Paragraph title(String words) {
        var title = new Paragraph(words);
        title.addClassName("case-state-title");
        return title;
    }
}
