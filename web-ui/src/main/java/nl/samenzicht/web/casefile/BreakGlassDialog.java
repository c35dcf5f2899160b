package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.stream.LongStream;
import nl.samenzicht.domain.emergency.BreakGlassService;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;

/** Opens a case in an emergency: why, for how long, and what follows, told before it is done. */
final class BreakGlassDialog extends ActDialog {
    private static final long serialVersionUID = 1L;

    BreakGlassDialog(BreakGlassService emergencies, CaseFileId caseFile, Runnable after) {
        this(new Question(), emergencies, caseFile, after);
    }

    private BreakGlassDialog(Question question, BreakGlassService emergencies, CaseFileId caseFile, Runnable after) {
        super(
                Terms.text("breakglass.title"),
                Terms.text("breakglass.act"),
                () -> emergencies.use(caseFile, question.reason(), question.length()),
                after);
        addClassName("breakglass");
        asking(question);
    }

    /** What is asked before a case opens in an emergency, and what is told. */
    static final class Question extends Div {
        private static final long serialVersionUID = 1L;
        private static final int LONGEST_REASON = 2_000;

        private final TextArea reason = new TextArea(Terms.text("breakglass.reason"));
        private final RadioButtonGroup<Long> hours = new RadioButtonGroup<>(Terms.text("breakglass.hours"));

        Question() {
            addClassName("breakglass-question");
            reason.setHelperText(Terms.text("breakglass.reason.help", BreakGlassService.SHORTEST_REASON));
            reason.setRequiredIndicatorVisible(true);
            reason.setMaxLength(LONGEST_REASON);
            reason.setMinHeight("120px");
            reason.setWidthFull();
            hours.setItems(LongStream.rangeClosed(1, BreakGlassService.LONGEST.toHours())
                    .boxed()
                    .toList());
            hours.setItemLabelGenerator(each -> Terms.text("breakglass.hour", each));
            hours.setValue(1L);
            add(new Paragraph(Terms.text("breakglass.text")), follows(), reason, hours);
        }

        private static UnorderedList follows() {
            var list = new UnorderedList(
                    new ListItem(Terms.text("breakglass.follows.told")),
                    new ListItem(Terms.text("breakglass.follows.review")),
                    new ListItem(Terms.text("breakglass.follows.purpose")),
                    new ListItem(Terms.text("breakglass.follows.location")));
            list.addClassName("breakglass-follows");
            return list;
        }

        String reason() {
            return reason.getValue();
        }

        Duration length() {
            return Duration.ofHours(hours.getValue());
        }
    }
}
