package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import java.util.function.Consumer;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.domain.sharing.ShareState;
import nl.samenzicht.domain.sharing.ShareView;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.PurposeName;
import nl.samenzicht.web.worklist.WorkPurpose;

/** One share as giver or recipient sees it, with what they can do about it. It holds no content. */
class ShareRow extends ListItem {
    private static final long serialVersionUID = 1L;

    private final transient ShareService shares;
    private final transient WorkPurpose purpose;
    private final transient ShareView share;
    private final transient Consumer<String> changed;
    private final FormMessage message = new FormMessage();

    /**
     * Makes a row.
     *
     * @param withCase whether it names the case and says all; briefer on the page of that case
     * @param changed hears in words what was done
     */
    ShareRow(ShareService shares, WorkPurpose purpose, ShareView share, boolean withCase, Consumer<String> changed) {
        this.shares = shares;
        this.purpose = purpose;
        this.share = share;
        this.changed = changed;
        addClassNames("row", "share-row");
        getElement().setAttribute("data-state", share.current().name());
        getElement().setAttribute("data-direction", share.outgoing() ? "OUT" : "IN");
        var words = new Div();
        words.addClassName("row-words");
        words.add(title(), withCase ? facts() : briefFacts());
        share.message()
                .filter(text -> withCase || share.mayAnswer())
                .ifPresent(text -> words.add(quote("share.row.message", text)));
        share.answer().ifPresent(text -> words.add(quote("share.row.answer", text)));
        ended().ifPresent(words::add);
        words.add(message);
        add(words, actions());
    }

    private Div title() {
        var state = new Badge(Terms.of(share.current()), tone(share.current()));
        var who = new Span(sentence());
        who.addClassName("row-title");
        var title = new Div(state, who);
        title.addClassName("share-title");
        return title;
    }

    private static Badge.Tone tone(ShareState state) {
        return switch (state) {
            case OFFERED -> Badge.Tone.WARN;
            case ACCEPTED -> Badge.Tone.GOOD;
            case DECLINED -> Badge.Tone.DANGER;
            case ENDED -> Badge.Tone.QUIET;
        };
    }

    private String sentence() {
        var what = Terms.of(share.category());
        if (!share.outgoing()) {
            return Terms.text("share.row.from", what, share.giver().name());
        }
        return share.recipientProfessional()
                .map(ProfessionalCard::displayName)
                .map(name -> Terms.text(
                        "share.row.to-person", what, name, share.recipient().name()))
                .orElseGet(
                        () -> Terms.text("share.row.to", what, share.recipient().name()));
    }

    /** Beside the case itself: for what, and until when. */
    private Div briefFacts() {
        var facts = new Div(
                new PurposeName(share.purpose()),
                new Span(Terms.text("share.row.until", Terms.lastDay(share.until()))));
        facts.addClassName("share-facts");
        return facts;
    }

    private Div facts() {
        var facts = new Div(
                new Span(share.caseName().number() + " " + share.caseName().codeName()),
                new Span(
                        share.standing()
                                ? Terms.text("share.row.standing")
                                : Terms.text("share.row.items", share.itemCount())),
                new PurposeName(share.purpose()),
                new Span(Terms.of(share.ground())),
                new Span(Terms.text("share.row.until", Terms.lastDay(share.until()))),
                new Span(Terms.text("share.row.offered", Terms.day(share.offeredAt()))));
        facts.addClassName("share-facts");
        return facts;
    }

    private static Paragraph quote(String key, String text) {
        var lead = new Span(Terms.text(key) + " ");
        lead.addClassName("share-quote-lead");
        var quote = new Paragraph(lead, new Span(text));
        quote.addClassName("share-quote");
        return quote;
    }

    private Optional<Paragraph> ended() {
        if (share.current() != ShareState.ENDED) {
            return Optional.empty();
        }
        var text = share.endedAt()
                .map(at -> Terms.text(
                        "share.row.ended",
                        Terms.moment(at),
                        share.endedReason().map(Terms::of).orElse("")))
                .orElseGet(() -> Terms.text("share.row.passed", Terms.lastDay(share.until())));
        var line = new Paragraph(text);
        line.addClassName("share-ended");
        return Optional.of(line);
    }

    private Div actions() {
        var actions = new Div();
        actions.addClassName("row-actions");
        if (share.mayAnswer()) {
            var accept = new Button(Terms.text("share.accept.label"), click -> accept());
            accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            accept.setDisableOnClick(true);
            accept.addClickListener(click -> accept.setEnabled(true));
            actions.add(accept, new Button(Terms.text("share.decline.label"), click -> decline()));
        }
        if (share.current() == ShareState.ACCEPTED && !share.outgoing()) {
            actions.add(new Anchor(place(), Terms.text("share.look.label")));
        }
        if (share.outgoing() && (share.current() == ShareState.OFFERED || share.current() == ShareState.ACCEPTED)) {
            actions.add(new Button(Terms.text("share.end.label"), click -> end()));
        }
        return actions;
    }

    private String place() {
        return CaseFileNavigation.to(share.caseName().id(), purpose.orNow(share.purpose()), share.category());
    }

    private void accept() {
        if (message.attempt(() -> shares.accept(share.id(), purpose.orNow(share.purpose())))) {
            changed.accept(Terms.text("share.accepted.told", Terms.of(share.category()), Terms.of(share.purpose())));
        }
    }

    private void decline() {
        var reason = new TextArea(Terms.text("share.decline.reason"));
        reason.setHelperText(Terms.text("share.decline.help"));
        reason.setMaxLength(1000);
        reason.setWidthFull();
        var dialog = new ActDialog(
                Terms.text("share.decline.title"),
                Terms.text("share.decline.verb"),
                () -> shares.decline(share.id(), reason.getValue(), purpose.orNow(share.purpose())),
                () -> changed.accept(
                        Terms.text("share.declined.told", share.giver().name())));
        dialog.asking(reason);
        dialog.open();
        reason.focus();
    }

    private void end() {
        message.attempt(() -> new EndShareDialog(
                        share,
                        shares.alreadyRead(share.id(), purpose.orNow(share.purpose())),
                        reason -> shares.end(share.id(), reason, purpose.orNow(share.purpose())),
                        () -> changed.accept(
                                Terms.text("share.ended.told", share.recipient().name())))
                .open());
    }
}
