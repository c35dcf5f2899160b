package nl.samenzicht.web.elsewhere;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import nl.samenzicht.domain.elsewhere.KnownElsewhereService;
import nl.samenzicht.domain.elsewhere.ToldAnswer;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.web.Terms;

/** The answer in three words, what it does and does not mean, and what can follow. */
@StyleSheet("context://elsewhere.css")
class AnswerDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    AnswerDialog(KnownElsewhereService elsewhere, ToldAnswer told) {
        setHeaderTitle(Terms.text("elsewhere.answer.title"));
        addClassName("act-dialog");
        setWidth("560px");
        var word = new Paragraph(Terms.of(told.answer()));
        word.addClassNames(
                "elsewhere-answer", "elsewhere-" + told.answer().name().toLowerCase(java.util.Locale.ROOT));
        var line = new Paragraph(Terms.text("elsewhere.recorded", told.entry()));
        line.addClassName("hint");
        var words = new Div(word, new Paragraph(Terms.text("elsewhere.answer." + told.answer())), line);
        words.addClassName("act-dialog-content");
        words.getElement().setAttribute("role", "status");
        add(words);
        getFooter().add(new Button(Terms.text("form.close"), click -> close()));
        if (told.answer() != Answer.NOT_KNOWN) {
            var contact = new Button(
                    Terms.text("elsewhere.contact.label"),
                    click -> AskDialog.contact(why -> elsewhere.askContact(told.question(), why), () -> {
                        close();
                        UI.getCurrent().navigate(ElsewhereNavigation.questions());
                    }));
            contact.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            getFooter().add(contact);
        }
    }
}
