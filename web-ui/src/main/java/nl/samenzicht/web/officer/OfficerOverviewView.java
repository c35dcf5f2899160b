package nl.samenzicht.web.officer;

import static java.util.Comparator.comparing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.ledger.LedgerUnavailable;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.OfficerDuties.Duty;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** What needs an officer today, what has a clock first, as each feature brings it. */
@Route(value = "officer", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class OfficerOverviewView extends OfficerPage {
    private static final long serialVersionUID = 1L;
    private static final Duration SOON = Duration.ofDays(2);

    private final transient Instance<OfficerDuties> features;
    private final transient CurrentProfessional current;
    private final transient Clock clock;

    @Inject
    OfficerOverviewView(@Any Instance<OfficerDuties> features, CurrentProfessional current, Clock clock) {
        super("duties.page");
        this.features = features;
        this.current = current;
        this.clock = clock;
    }

    @Override
    protected void fill() {
        var duties = new ArrayList<Duty>();
        boolean whole = true;
        for (var feature :
                features.stream().sorted(comparing(OfficerDuties::order)).toList()) {
            try {
                duties.addAll(feature.dutiesFor(current.current()));
            } catch (LedgerUnavailable failed) {
                whole = false;
            }
        }
        if (!whole) {
            result.add(failed());
        }
        if (!duties.isEmpty()) {
            result.add(list(duties));
        } else if (whole) {
            result.add(OfficerPages.nothing(words.text("duties.none.text")));
        }
    }

    private Component failed() {
        var failed =
                new Div(new H2(words.text("duties.failed.title")), new Paragraph(words.text("duties.failed.text")));
        failed.addClassNames("panel", "verify-broken");
        failed.getElement().setAttribute("role", "alert");
        return failed;
    }

    /** What is due first stands first; what has no clock follows in the order of the features. */
    private Component list(List<Duty> duties) {
        var list = new UnorderedList();
        list.addClassNames("rows", "panel", "duties");
        duties.stream()
                .sorted(comparing((Duty duty) -> duty.due().orElse(Instant.MAX)))
                .map(this::row)
                .forEach(list::add);
        return list;
    }

    private ListItem row(Duty duty) {
        var icon = duty.icon().create();
        icon.addClassName("tile-icon");
        var what = new Anchor(duty.href(), duty.what());
        what.addClassName("log-name");
        var said = new Div(what);
        if (!duty.rule().isEmpty()) {
            var rule = new Span(duty.rule());
            rule.addClassName("row-detail");
            said.add(rule);
        }
        said.addClassName("row-words");
        var row = new ListItem(icon, said);
        duty.due().ifPresent(due -> row.add(clock(due)));
        row.addClassNames("row", "duty");
        if (duty.urgent()) {
            row.addClassName("duty-urgent");
        }
        return row;
    }

    private Badge clock(Instant due) {
        var now = clock.instant();
        if (!now.isBefore(due)) {
            return new Badge(words.text("duties.late", Terms.lastDay(due)), Badge.Tone.DANGER);
        }
        return new Badge(
                words.text("duties.due", Terms.lastDay(due)),
                now.plus(SOON).isBefore(due) ? Badge.Tone.QUIET : Badge.Tone.WARN);
    }
}
