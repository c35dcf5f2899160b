package nl.samenzicht.web.signal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldError;
import nl.samenzicht.domain.signal.SignalDraft;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.domain.signal.SignalService;
import nl.samenzicht.domain.signal.SignalService.SentBefore;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.database.Outage;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.content.FormFields;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.forms.FormMessage;

/**
 * The form of a signal: what was seen or heard, as little as possible of whom it is about, and to whom it goes. Everything that
 * is filled in is kept as a draft while somebody types; sending is the only act.
 */
class WriteSignalForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final String TO = "to";
    private static final String URGENT = "urgent";

    private final transient SignalService signals;
    private final transient Clock clock;
    private final transient FormFields fields = new FormFields();
    private final Details more = new Details(Terms.text("signal.write.more.title"));
    private final Span kept = new Span();
    private final FormMessage message = new FormMessage();
    private final Button discard = new Button(Terms.text("signal.write.discard"), click -> askDiscard());
    private transient SignalId id;
    private transient int saves;

    /**
     * Makes the form.
     *
     * @param draft what was kept before; nothing for a signal that is not begun
     */
    WriteSignalForm(SignalService signals, Clock clock, Optional<SignalDraft> draft) {
        this.signals = signals;
        this.clock = clock;
        addClassName("write-signal-form");
        add(seen(), about(), more(), receiver(signals.receivers()), foot());
        draft.ifPresent(this::show);
        fields.onTyping(this::keep);
    }

    private Section seen() {
        return section(
                "signal.write.seen.title",
                observed(),
                fields.choice(
                        DataCategory.SIGNAL,
                        "observation",
                        Terms.text("signal.write.observation"),
                        Terms.text("signal.write.observation.help")),
                pair(question(DataCategory.SIGNAL, "observedOn"), question(DataCategory.SIGNAL, "seenIn")),
                question(DataCategory.SIGNAL, "source"));
    }

    private Component observed() {
        var observed = (TextArea) question(DataCategory.SIGNAL, "observed");
        observed.setMinHeight("176px");
        return observed;
    }

    private Section about() {
        var section = section(
                "signal.write.about.title",
                new Paragraph(Terms.text("signal.write.about.text")),
                pair(question(DataCategory.IDENTITY, "givenNames"), question(DataCategory.IDENTITY, "gender")),
                question(DataCategory.SIGNAL, "minor"),
                question(DataCategory.IDENTITY, "birthDate"));
        section.addClassName("write-signal-about");
        return section;
    }

    private Section more() {
        var asked = new Div(
                new Paragraph(Terms.text("signal.write.more.text")),
                question(DataCategory.SIGNAL, "exploited"),
                question(DataCategory.SIGNAL, "exploitation"),
                pair(
                        fields.choice(DataCategory.SIGNAL, "firstContact", Terms.text("signal.write.firstContact"), ""),
                        question(DataCategory.SIGNAL, "platform")),
                question(DataCategory.SIGNAL, "daysToExploitation"),
                question(DataCategory.SIGNAL, "relationUsed"),
                question(DataCategory.SIGNAL, "imageBlackmail"),
                question(DataCategory.SIGNAL, "borderHelp"));
        asked.addClassName("write-signal-fields");
        more.add(asked);
        var section = new Section(more);
        section.addClassNames("panel", "write-signal-more");
        return section;
    }

    private Section receiver(List<AgencyCard> receivers) {
        var names = new LinkedHashMap<String, String>();
        receivers.forEach(agency -> names.put(agency.id().value().toString(), agency.name()));
        return section(
                "signal.write.to.title",
                fields.oneOf(TO, Terms.text("signal.write.to"), Terms.text("signal.write.to.help"), names),
                fields.mark(URGENT, Terms.text("signal.write.urgent"), Terms.text("signal.write.urgent.help")));
    }

    private Div foot() {
        var send = new Button(Terms.text("signal.write.send"), click -> send(false));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setId("send-signal");
        send.setDisableOnClick(true);
        send.addClickListener(click -> send.setEnabled(true));
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        discard.setVisible(false);
        kept.addClassName("hint");
        kept.setText(Terms.text("signal.write.kept.nothing"));
        var state = new Div(kept);
        state.getElement().setAttribute("role", "status");
        var bar = new Div(send, discard, state);
        bar.addClassName("write-signal-bar");
        var foot = new Div(message, bar);
        foot.addClassName("write-signal-foot");
        return foot;
    }

    private Component question(DataCategory category, String key) {
        var help = "signal.write." + key + ".help";
        return fields.question(
                category, key, Terms.text("signal.write." + key), Terms.has(help) ? Terms.text(help) : "");
    }

    private static Section section(String title, Component... parts) {
        var section = new Section(new H2(Terms.text(title)));
        section.add(parts);
        section.addClassNames("panel", "write-signal-fields");
        return section;
    }

    private static Div pair(Component... two) {
        var pair = new Div(two);
        pair.addClassName("write-signal-pair");
        return pair;
    }

    private void show(SignalDraft draft) {
        id = draft.id();
        saves = draft.saves();
        fields.fill(draft.typed());
        more.setOpened(true);
        said(draft.savedAt());
    }

    /** Keeps what is typed; when it cannot be kept that is said, and what was typed stays on the page. */
    private void keep() {
        try {
            keepNow();
        } catch (CannotBeDone changedElsewhere) {
            notKept(Terms.text(
                    changedElsewhere.messageKey(), changedElsewhere.arguments().toArray()));
        } catch (AccessDenied refused) {
            notKept(Terms.text("denied." + refused.told()));
        } catch (RuntimeException failure) {
            if (Outage.behind(failure).isEmpty()) {
                throw failure;
            }
            notKept(Terms.text("signal.write.kept.outage"));
        }
    }

    private void keepNow() {
        if (id == null) {
            var draft = signals.begin(fields.values());
            id = draft.id();
            saves = draft.saves();
            UI.getCurrent().getPage().getHistory().replaceState(null, SignalNavigation.write(id));
        } else {
            saves = signals.save(id, saves, fields.values());
        }
        said(clock.instant());
    }

    private void said(Instant at) {
        kept.removeClassName("not-kept");
        kept.setText(Terms.text("signal.write.kept", Terms.time(at)));
        discard.setVisible(true);
    }

    private void notKept(String why) {
        kept.addClassName("not-kept");
        kept.setText(why);
    }

    private void send(boolean again) {
        fields.attempt(message, () -> {
            var typed = fields.values();
            requireWhole(typed);
            keepNow();
            try {
                signals.send(
                        id,
                        saves,
                        typed,
                        new AgencyId(UUID.fromString(typed.get(TO))),
                        typed.containsKey(URGENT),
                        again);
                CaseFileNavigation.go(SignalNavigation.to(id));
            } catch (SentBefore before) {
                askAgain(before.number());
            }
        });
    }

    /** Says at once all that is missing, the receiver too. */
    private void requireWhole(Map<String, String> typed) {
        var faults = new ArrayList<>(signals.faults(typed));
        if (!typed.containsKey(TO)) {
            faults.add(new FieldError(TO, "signal.error.missing.to", List.of()));
        }
        if (!faults.isEmpty()) {
            throw new ContentNotValid(faults);
        }
    }

    private void askAgain(String number) {
        new ActDialog(Terms.text("signal.again.title"), Terms.text("signal.again.verb"), () -> send(true), () -> {})
                .asking(new Paragraph(Terms.text("signal.again.text", number)))
                .open();
    }

    private void askDiscard() {
        new ActDialog(
                        Terms.text("signal.discard.title"),
                        Terms.text("signal.discard.verb"),
                        () -> signals.discard(id),
                        () -> CaseFileNavigation.go(SignalNavigation.LIST))
                .asking(new Paragraph(Terms.text("signal.discard.text")))
                .open();
    }
}
