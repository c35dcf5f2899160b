package nl.samenzicht.web.signal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.signal.SignalDraft;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.domain.signal.SignalService;
import nl.samenzicht.domain.signal.SignalService.SentBefore;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.database.Outage;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.content.FormFields;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.shell.MainLayout;

/**
 * Writing a signal down: what was seen or heard, as little as possible of whom it is about, and to whom it goes. Everything
 * that is typed is kept as a draft while somebody types; sending is the only act.
 */
@Route(value = SignalNavigation.NEW, layout = MainLayout.class)
@RouteAlias(value = "signals/:" + SignalNavigation.ID + "/write", layout = MainLayout.class)
@StyleSheet("context://signal.css")
class WriteSignalView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Set<String> MORE = Set.of(
            "exploited",
            "exploitation",
            "firstContact",
            "platform",
            "daysToExploitation",
            "relationUsed",
            "imageBlackmail",
            "borderHelp");

    private final transient SignalService signals;
    private final transient Clock clock;
    private final transient FormFields fields = new FormFields();
    private final Select<AgencyCard> to = new Select<>();
    private final Checkbox urgent = new Checkbox();
    private final Details more = new Details(Terms.text("signal.write.more.title"));
    private final Span kept = new Span();
    private final FormMessage message = new FormMessage();
    private final Button discard = new Button(Terms.text("signal.write.discard"), click -> askDiscard());
    private transient SignalId id;
    private transient int saves;
    private boolean filling;

    @Inject
    WriteSignalView(SignalService signals, Clock clock) {
        this.signals = signals;
        this.clock = clock;
        addClassNames("page", "write-signal");
        var form = new Div(seen(), about(), more(), receiver(), foot());
        form.addClassName("write-signal-form");
        var columns = new Div(form, help());
        columns.addClassName("write-signal-columns");
        var words = new Div(new H1(Terms.text("signal.write.title")), new Paragraph(Terms.text("signal.write.intro")));
        words.addClassName("page-words");
        add(words, columns);
        fields.onTyping(this::keep);
    }

    @Override
    public String getPageTitle() {
        return Terms.text("signal.write.title");
    }

    private Section seen() {
        return section(
                "signal.write.seen.title",
                question(DataCategory.SIGNAL, "observed"),
                fields.choice(
                        DataCategory.SIGNAL,
                        "observation",
                        Terms.text("signal.write.observation"),
                        Terms.text("signal.write.observation.help")),
                pair(question(DataCategory.SIGNAL, "observedOn"), question(DataCategory.SIGNAL, "seenIn")),
                question(DataCategory.SIGNAL, "source"));
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

    private Section receiver() {
        to.setLabel(Terms.text("signal.write.to"));
        to.setHelperText(Terms.text("signal.write.to.help"));
        to.setItemLabelGenerator(agency -> agency == null ? "" : agency.name());
        to.setId("signal-to");
        urgent.setLabel(Terms.text("signal.write.urgent"));
        urgent.setHelperText(Terms.text("signal.write.urgent.help"));
        return section("signal.write.to.title", to, urgent);
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

    private static Aside help() {
        var list = new UnorderedList();
        for (var each : new String[] {"see", "little", "no-proof", "no-blame"}) {
            list.add(new ListItem(Terms.text("signal.write.help." + each)));
        }
        var advice = new Anchor("advice", Terms.text("signal.write.help.advice"));
        advice.setRouterIgnore(true);
        advice.setTarget("_blank");
        var definitions = new Anchor("definitions", Terms.text("signal.write.help.definitions"));
        definitions.setRouterIgnore(true);
        definitions.setTarget("_blank");
        var aside = new Aside(new H2(Terms.text("signal.write.help.title")), list, advice, definitions);
        aside.addClassNames("panel", "write-signal-help");
        return aside;
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

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var named = SignalNavigation.named(event);
        if (event.getRouteParameters().get(SignalNavigation.ID).isPresent()) {
            try {
                show(signals.resume(named.orElseThrow(NotFoundException::new)));
            } catch (AccessDenied | NotFoundException none) {
                event.rerouteToError(NotFoundException.class);
                return;
            } catch (NotPossible sentAlready) {
                event.forwardTo(SignalNavigation.to(named.get()));
                return;
            }
        } else if (!signals.isWork()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        var receivers = signals.receivers();
        to.setItems(receivers);
        if (receivers.size() == 1) {
            to.setValue(receivers.get(0));
        }
    }

    private void show(SignalDraft draft) {
        id = draft.id();
        saves = draft.saves();
        filling = true;
        fields.fill(draft.typed());
        filling = false;
        more.setOpened(draft.typed().keySet().stream().anyMatch(MORE::contains));
        said(draft.savedAt());
    }

    /** Keeps what is typed; when it cannot be kept that is said, and what was typed stays on the page. */
    private void keep() {
        if (filling) {
            return;
        }
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
            if (to.getValue() == null) {
                to.setErrorMessage(Terms.text("signal.error.missing.to"));
                to.setInvalid(true);
                throw new NotPossible("signal.error.missing.to");
            }
            keepNow();
            try {
                signals.send(id, saves, fields.values(), to.getValue().id(), urgent.getValue(), again);
                CaseFileNavigation.go(SignalNavigation.to(id));
            } catch (SentBefore before) {
                askAgain(before.number());
            }
        });
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
