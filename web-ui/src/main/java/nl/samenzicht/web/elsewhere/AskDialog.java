package nl.samenzicht.web.elsewhere;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import nl.samenzicht.domain.elsewhere.KnownElsewhereService;
import nl.samenzicht.domain.elsewhere.ToldAnswer;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CasePlace;
import nl.samenzicht.web.forms.ActDialog;

/** Asks for a reason, and does with it what was meant. */
final class AskDialog {
    private static final int SHORTEST = 20;
    private static final int LONGEST = 2_000;

    private AskDialog() {}

    /** Asks whether others know the person of a case, and shows the answer. */
    static void ask(KnownElsewhereService elsewhere, CasePlace place) {
        var why = why("elsewhere.ask.why.help");
        var told = new ToldAnswer[1];
        new ActDialog(
                        Terms.text("elsewhere.ask.title"),
                        Terms.text("elsewhere.ask.verb"),
                        () -> told[0] = elsewhere.ask(place.caseFile(), why.getValue(), place.purpose()),
                        () -> new AnswerDialog(elsewhere, told[0]).open())
                .asking(
                        new Paragraph(Terms.text("elsewhere.ask.text", Terms.of(place.purpose()))),
                        new Paragraph(Terms.text("elsewhere.ask.tells")),
                        why)
                .open();
    }

    /** Asks whoever knows somebody for contact. */
    static void contact(Consumer<String> asking, Runnable after) {
        var why = why("elsewhere.contact.why.help");
        new ActDialog(
                        Terms.text("elsewhere.contact.title"),
                        Terms.text("elsewhere.contact.verb"),
                        () -> asking.accept(why.getValue()),
                        after)
                .asking(
                        new Paragraph(Terms.text("elsewhere.contact.text")),
                        new Paragraph(Terms.text("elsewhere.contact.silence")),
                        why)
                .open();
    }

    private static TextArea why(String help) {
        var why = new TextArea(Terms.text("elsewhere.why.label"));
        why.setHelperText(Terms.text(help, SHORTEST));
        why.setMaxLength(LONGEST);
        why.setWidthFull();
        return why;
    }
}
