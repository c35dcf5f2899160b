package nl.samenzicht.web.retention;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.retention.HoldReason;
import nl.samenzicht.domain.retention.RetentionOverview.Batch;
import nl.samenzicht.domain.retention.RetentionOverview.DueCase;
import nl.samenzicht.domain.retention.RetentionOverview.Hold;
import nl.samenzicht.domain.retention.RetentionService;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.forms.ActDialog;

/** What people do on the page of retention, each in a dialog that says what happens. */
final class RetentionActs {
    private static final int LONGEST_REASON = 1000;

    private final RetentionService service;
    private final Runnable after;

    RetentionActs(RetentionService service, Runnable after) {
        this.service = service;
        this.after = after;
    }

    void propose(List<DueCase> chosen) {
        var numbers = chosen.stream().map(DueCase::number).collect(Collectors.joining(", "));
        new ActDialog(
                        Terms.text("retention.propose.title"),
                        Terms.text("retention.propose.confirm"),
                        () -> {
                            if (chosen.isEmpty()) {
                                throw new NotPossible("retention.error.nothing-chosen");
                            }
                            service.propose(
                                    chosen.stream().map(DueCase::dossier).toList());
                        },
                        after)
                .asking(new Paragraph(Terms.text("retention.propose.text", numbers)))
                .open();
    }

    void proposeErasure() {
        var number = new TextField(Terms.text("retention.number.label"));
        var why = reason("retention.erasure.why");
        new ActDialog(
                        Terms.text("retention.erasure.title"),
                        Terms.text("retention.propose.confirm"),
                        () -> service.proposeErasure(number.getValue(), why.getValue()),
                        after)
                .asking(new Paragraph(Terms.text("retention.erasure.text")), number, why)
                .open();
    }

    void approve(Batch batch) {
        var items = batch.counts().stream().mapToInt(each -> each.items()).sum();
        new ActDialog(
                        Terms.text("retention.approve.title"),
                        Terms.text("retention.approve.confirm", items),
                        () -> service.approve(batch.id()),
                        after)
                .asking(new Paragraph(Terms.text(
                        "retention.approve.text", items, String.join(", ", batch.numbers()), batch.proposedBy())))
                .open();
    }

    void refuse(Batch batch) {
        var why = reason("retention.refuse.why");
        new ActDialog(
                        Terms.text("retention.refuse.title"),
                        Terms.text("retention.refuse.label"),
                        () -> service.refuse(batch.id(), why.getValue()),
                        after)
                .asking(why)
                .open();
    }

    void takeBack(Batch batch) {
        service.takeBack(batch.id());
        after.run();
    }

    void hold() {
        var number = new TextField(Terms.text("retention.number.label"));
        var reason = new RadioButtonGroup<HoldReason>(Terms.text("retention.hold.reason.label"));
        reason.setItems(HoldReason.values());
        reason.setItemLabelGenerator(each -> Terms.text("retention.hold." + each));
        reason.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        var lastDay = Days.picker(Terms.text("retention.hold.last-day"));
        var why = reason("retention.hold.why");
        new ActDialog(
                        Terms.text("retention.hold.title"),
                        Terms.text("retention.hold.confirm"),
                        () -> {
                            if (reason.getValue() == null) {
                                throw new NotPossible("retention.error.no-reason");
                            }
                            service.hold(number.getValue(), reason.getValue(), lastDay.getValue(), why.getValue());
                        },
                        after)
                .asking(new Paragraph(Terms.text("retention.hold.text")), number, reason, lastDay, why)
                .open();
    }

    void askToLift(Hold hold) {
        var why = reason("retention.lift.why");
        new ActDialog(
                        Terms.text("retention.lift.title", hold.number()),
                        Terms.text("retention.lift.ask"),
                        () -> service.askToLift(hold.id(), why.getValue()),
                        after)
                .asking(new Paragraph(Terms.text("retention.lift.text")), why)
                .open();
    }

    void lift(Hold hold) {
        new ActDialog(
                        Terms.text("retention.lift.title", hold.number()),
                        Terms.text("retention.lift.confirm"),
                        () -> service.lift(hold.id()),
                        after)
                .asking(new Paragraph(Terms.text("retention.lift.agree")))
                .open();
    }

    private static TextArea reason(String label) {
        var why = new TextArea(Terms.text(label));
        why.setHelperText(Terms.text("retention.why.help", RetentionService.SHORTEST_REASON));
        why.setMaxLength(LONGEST_REASON);
        why.setMinHeight("96px");
        why.setWidthFull();
        why.setValueChangeMode(ValueChangeMode.ON_BLUR);
        return why;
    }
}
