package nl.samenzicht.web.logretention;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import nl.samenzicht.domain.logretention.LogRetentionOverview.Card;
import nl.samenzicht.domain.logretention.LogRetentionService;
import nl.samenzicht.security.ledger.LogRemovals.Due;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;

/** What people do on the page of the retention of the log, each in a dialog that says what happens. */
final class LogRetentionActs {
    private static final int LONGEST_REASON = 1000;

    private final LogRetentionService service;
    private final Runnable after;

    LogRetentionActs(LogRetentionService service, Runnable after) {
        this.service = service;
        this.after = after;
    }

    void propose(Due due) {
        var why = reason("log-retention.propose.why");
        new ActDialog(
                        Terms.text("log-retention.propose.title"),
                        Terms.text("log-retention.propose.confirm"),
                        () -> service.propose(why.getValue()),
                        after)
                .asking(
                        new Paragraph(
                                Terms.text("log-retention.propose.text", due.lines(), LogRetentionWords.months(due))),
                        why)
                .open();
    }

    void takeBack(Card card) {
        service.takeBack(card.id());
        after.run();
    }

    void approve(Card card) {
        new ActDialog(
                        Terms.text("log-retention.approve.title"),
                        Terms.text("log-retention.approve.confirm", card.lines()),
                        () -> service.approve(card.id()),
                        after)
                .asking(new Paragraph(Terms.text(
                        "log-retention.approve.text", card.lines(), LogRetentionWords.months(card), card.proposedBy())))
                .open();
    }

    void refuse(Card card) {
        var why = reason("log-retention.refuse.why");
        new ActDialog(
                        Terms.text("log-retention.refuse.title"),
                        Terms.text("log-retention.refuse.label"),
                        () -> service.refuse(card.id(), why.getValue()),
                        after)
                .asking(why)
                .open();
    }

    void object(Card card) {
        var why = reason("log-retention.object.why");
        new ActDialog(
                        Terms.text("log-retention.object.title"),
                        Terms.text("log-retention.object.confirm"),
                        () -> service.object(card.id(), why.getValue()),
                        after)
                .asking(new Paragraph(Terms.text("log-retention.object.text")), why)
                .open();
    }

    private static TextArea reason(String label) {
        var why = new TextArea(Terms.text(label));
        why.setHelperText(Terms.text("retention.why.help", LogRetentionService.SHORTEST_REASON));
        why.setMaxLength(LONGEST_REASON);
        why.setMinHeight("96px");
        why.setWidthFull();
        why.setValueChangeMode(ValueChangeMode.ON_BLUR);
        return why;
    }
}
