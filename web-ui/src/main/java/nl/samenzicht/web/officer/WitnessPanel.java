package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.ledger.LedgerUnavailable;
import nl.samenzicht.security.ledger.WitnessStanding;

/** Who else has seen the log, up to which line, and who should be called about it. */
final class WitnessPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient LogWords words;

    WitnessPanel(LogWords words) {
        this.words = words;
        addClassNames("panel", "verify-witnesses");
    }

    /** Where the standings come from; they are read when they are shown. */
    interface Standings {
        List<WitnessStanding> now();
    }

    void show(Standings standings) {
        removeAll();
        add(new H2(words.text("witness.page.title")), new Paragraph(words.text("witness.page.text")));
        try {
            var now = standings.now();
            if (now.isEmpty()) {
                add(OfficerPages.nothing(words.text("witness.none.text")));
            } else {
                warn(now);
                add(list(now));
            }
        } catch (LedgerUnavailable outage) {
            add(OfficerPages.nothing(words.text("witness.failed.text")));
        }
    }

    private void warn(List<WitnessStanding> now) {
        alarm(words, now).ifPresent(this::add);
    }

    /** A warning when witnesses do not confirm the log; empty when all do, or there are none. */
    static Optional<Paragraph> alarm(LogWords words, List<WitnessStanding> now) {
        long alarms = now.stream().filter(each -> each.state().isAlarm()).count();
        if (alarms == 0) {
            return Optional.empty();
        }
        var alarm = new Paragraph(words.text("witness.alarm.text", alarms, now.size()));
        alarm.addClassName("witness-alarm");
        alarm.getElement().setAttribute("role", "alert");
        return Optional.of(alarm);
    }

    private UnorderedList list(List<WitnessStanding> now) {
        var list = new UnorderedList();
        list.addClassName("witness-list");
        now.forEach(each -> list.add(new ListItem(name(each), seen(each), state(each))));
        return list;
    }

    private static Span name(WitnessStanding each) {
        var name = new Span(each.key().name());
        name.addClassName("witness-name");
        return name;
    }

    private Span seen(WitnessStanding each) {
        var seen = new Span(each.cosignedAt()
                .map(at -> words.text("witness.seen.text", each.size(), words.moment(at)))
                .orElseGet(() -> words.text("witness.unseen.text")));
        seen.addClassName("witness-seen");
        return seen;
    }

    private Component state(WitnessStanding each) {
        var icon = each.state().isAlarm() ? VaadinIcon.EXCLAMATION_CIRCLE.create() : VaadinIcon.CHECK_CIRCLE.create();
        var state = new Span(icon, new Span(words.text(each.state().messageKey())));
        state.addClassNames("witness-state", each.state().isAlarm() ? "is-alarm" : "is-well");
        return state;
    }
}
