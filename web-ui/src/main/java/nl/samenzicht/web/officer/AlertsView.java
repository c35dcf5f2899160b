package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.officer.DecisionReviews;
import nl.samenzicht.domain.officer.OfficerService;
import nl.samenzicht.domain.oversight.AlertList;
import nl.samenzicht.domain.oversight.AlertService;
import nl.samenzicht.domain.oversight.AlertView;
import nl.samenzicht.domain.oversight.AnomalyRule;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** What stands out in the log: each alert says why, shows its lines, and is closed with a judgement. */
@Route(value = "officer/alerts", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class AlertsView extends OfficerPage {
    private static final long serialVersionUID = 1L;

    private final transient AlertService alerts;
    private final transient OfficerService officers;
    private final transient DecisionReviews reviews;

    @Inject
    AlertsView(AlertService alerts, OfficerService officers, DecisionReviews reviews) {
        super("alerts.page");
        this.alerts = alerts;
        this.officers = officers;
        this.reviews = reviews;
    }

    @Override
    protected void fill() {
        show(alerts.alerts());
    }

    private void show(AlertList seen) {
        var waiting = section(words.text("alerts.waiting.title", seen.waiting().size()));
        if (seen.waiting().isEmpty()) {
            waiting.add(OfficerPages.nothing(words.text("alerts.waiting.none")));
        }
        seen.waiting().forEach(alert -> waiting.add(card(alert, seen.mayJudge())));
        result.add(waiting);
        if (!seen.complete()) {
            result.add(OfficerPages.nothing(words.text("alerts.incomplete.text")));
        }
        if (!seen.closed().isEmpty()) {
            var closed = section(words.text("alerts.closed.title"));
            seen.closed().forEach(alert -> closed.add(card(alert, false)));
            result.add(closed);
        }
        result.add(rules(seen), OfficerPages.recorded(words, seen.entry().value()));
    }

    private static Section section(String title) {
        var section = new Section(new H2(title));
        section.addClassName("emergencies");
        return section;
    }

    private Component card(AlertView alert, boolean mayJudge) {
        var rule = new Badge(words.text("alert.rule." + alert.rule()), Badge.Tone.PLAIN);
        var who = new H3(alert.who().orElseGet(() -> words.text("alerts.whole-agency")));
        var title = new Div(who, detail(alert));
        title.addClassName("row-words");
        var head = new Div(title, rule);
        head.addClassName("emergency-head");
        var reason = new Paragraph(reason(alert));
        reason.addClassName("alert-reason");
        var lines = new Div();
        lines.addClassName("alert-lines");
        var acts = new Div();
        acts.addClassName("row-actions");
        if (mayJudge && alert.waits()) {
            acts.add(alert.ownActs() ? hint("alerts.own.text") : judge(alert));
        }
        var open = new Button(words.text("alerts.lines.show", alert.lines()));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        open.addClickListener(click -> {
            open.setVisible(false);
            showLines(alert, lines);
        });
        acts.add(open);
        var card = new Div(head, reason);
        alert.judged().forEach(judged -> card.add(VerdictDialog.said(words, judged)));
        card.add(acts, lines);
        card.addClassNames("panel", "alert");
        card.getElement().setAttribute("data-rule", alert.rule().name());
        if (alert.waits()) {
            card.addClassName("alert-waits");
        }
        return card;
    }

    private Button judge(AlertView alert) {
        var judge = new Button(
                words.text("emergencies.judge.label"),
                click -> VerdictDialog.open(
                        words,
                        words.text(
                                "alerts.judge.title",
                                words.text("alert.rule." + alert.rule()),
                                alert.who().orElseGet(() -> words.text("alerts.whole-agency"))),
                        (verdict, note) -> alerts.judge(alert.id(), verdict, note),
                        this::show));
        judge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return judge;
    }

    private Span detail(AlertView alert) {
        var detail = new Span(Stream.concat(
                        Stream.of(day(alert)),
                        alert.caseName().map(name -> name.number() + " " + name.codeName()).stream())
                .collect(Collectors.joining(" · ")));
        detail.addClassName("row-detail");
        return detail;
    }

    private String day(AlertView alert) {
        var week = alert.rule() == AnomalyRule.MANY_HITS || alert.rule() == AnomalyRule.MANY_MISSES;
        return week ? words.text("alerts.week.text", words.day(alert.day())) : words.day(alert.day());
    }

    private String reason(AlertView alert) {
        return words.text("alert.reason." + alert.rule(), alert.figures().toArray());
    }

    private Span hint(String key) {
        var hint = new Span(words.text(key));
        hint.addClassName("hint");
        return hint;
    }

    private void showLines(AlertView alert, Div place) {
        place.removeAll();
        try {
            var seen = alerts.lines(alert.id());
            var table = new LogTable(words, this::openLine);
            table.append(seen.lines());
            place.add(table);
            if (seen.lines().size() < alert.lines()) {
                place.add(hint("alerts.lines.more"));
            }
            place.add(OfficerPages.recorded(words, seen.entry().value()));
        } catch (AccessDenied refusal) {
            place.add(OfficerPages.refused(words, refusal));
        } catch (CannotBeDone gone) {
            place.add(OfficerPages.nothing(
                    words.text(gone.messageKey(), gone.arguments().toArray())));
        }
    }

    private void openLine(EntryCode code) {
        officers.detail(code).ifPresent(detail -> new LineDialog(words, detail, reviews).open());
    }

    /** Every rule with what it needs and the numbers that it goes by. */
    private Component rules(AlertList seen) {
        var list = new Div();
        list.addClassName("alert-rules");
        for (var rule : AnomalyRule.values()) {
            var name = new H3(words.text("alert.rule." + rule));
            var numbers = new Span(rule.thresholds().stream()
                    .map(threshold -> words.text("threshold." + threshold) + ": "
                            + seen.thresholds().of(threshold))
                    .collect(Collectors.joining(" · ")));
            numbers.addClassName("row-detail");
            list.add(new Div(name, new Span(words.text("alert.needs." + rule)), numbers));
        }
        list.add(new Anchor(
                "officer/settings",
                words.text("alerts.settings.link", seen.thresholds().version())));
        var details = new Details(
                words.text("alerts.rules.title", List.of(AnomalyRule.values()).size()), list);
        details.addClassName("log-filter-panel");
        return details;
    }
}
