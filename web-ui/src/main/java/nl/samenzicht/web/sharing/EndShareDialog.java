package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.function.Consumer;
import nl.samenzicht.domain.sharing.EndReason;
import nl.samenzicht.domain.sharing.EndedShare;
import nl.samenzicht.domain.sharing.ShareState;
import nl.samenzicht.domain.sharing.ShareView;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;

/** Ends a share: first what was read already, because that cannot be taken back, then why. */
class EndShareDialog extends ActDialog {
    private static final long serialVersionUID = 1L;

    EndShareDialog(ShareView share, EndedShare read, Consumer<EndReason> ending, Runnable after) {
        this(share, read, reasons(), ending, after);
    }

    private EndShareDialog(
            ShareView share,
            EndedShare read,
            RadioButtonGroup<EndReason> reason,
            Consumer<EndReason> ending,
            Runnable after) {
        super(
                Terms.text("share.end.title", share.recipient().name()),
                Terms.text("share.end.verb"),
                () -> ending.accept(reason.getValue()),
                after);
        addClassName("end-share");
        asking(alreadyRead(share, read), reason, hint());
    }

    private static RadioButtonGroup<EndReason> reasons() {
        var reasons = new RadioButtonGroup<EndReason>(Terms.text("share.end.why"));
        reasons.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        reasons.setItems(EndReason.NO_LONGER_NEEDED, EndReason.SHARED_BY_MISTAKE);
        reasons.setItemLabelGenerator(Terms::of);
        reasons.setValue(EndReason.NO_LONGER_NEEDED);
        return reasons;
    }

    private static Component alreadyRead(ShareView share, EndedShare read) {
        if (read.looks().isEmpty()) {
            return new Paragraph(Terms.text(
                    share.current() == ShareState.OFFERED ? "share.end.not-accepted" : "share.end.not-read",
                    share.recipient().name()));
        }
        var list = new UnorderedList();
        list.addClassName("read-already");
        read.looks().forEach(look -> {
            var entry = new Span(Terms.text("share.end.entry", look.entry()));
            entry.addClassName("row-detail");
            list.add(new ListItem(new Span(Terms.text("share.end.look", Terms.moment(look.at()), look.who())), entry));
        });
        var lead = new Paragraph(Terms.text(
                "share.end.read", share.recipient().name(), read.looks().size()));
        var all = new com.vaadin.flow.component.html.Div(lead, list);
        all.addClassName("read-already-block");
        return all;
    }

    private static Paragraph hint() {
        var hint = new Paragraph(Terms.text("share.end.hint"));
        hint.addClassName("hint");
        return hint;
    }
}
