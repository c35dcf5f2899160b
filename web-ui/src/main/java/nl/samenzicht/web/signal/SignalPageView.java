package nl.samenzicht.web.signal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.domain.signal.SignalView;
import nl.samenzicht.domain.signal.SignalView.StepView;
import nl.samenzicht.domain.signal.TriageService;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.definition.DefinitionsPanel;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.worklist.WorkPurpose;

/**
 * One signal: what was seen, whom it is about, what was done, and what its reader can do with it now. Each time that it is
 * shown is one look and one line in the log.
 */
@Route(value = "signals/:" + SignalNavigation.ID, layout = MainLayout.class)
@StyleSheet("context://casefile.css")
@StyleSheet("context://signal.css")
class SignalPageView extends SignalPage {
    private static final long serialVersionUID = 1L;

    /** What a signal holds, in the order in which it is read. */
    private enum Part {
        SEEN,
        ABOUT,
        TOLD,
        WEIGHED,
        STEPS;

        static Part of(SignalView view, ItemView item) {
            return switch (item.kind()) {
                case NOTE -> TOLD;
                case ASSESSMENT -> WEIGHED;
                case MELDCODE -> STEPS;
                default -> view.categoryOf(item) == DataCategory.IDENTITY ? ABOUT : SEEN;
            };
        }
    }

    private final transient TriageService triage;
    private final transient SignalActs acts;
    private final transient WorkPurpose working;
    private final transient Clock clock;
    private String title = Terms.text("signals.page.title");

    @Inject
    SignalPageView(TriageService triage, SignalActs acts, WorkPurpose working, Clock clock) {
        super("signal-page");
        this.triage = triage;
        this.acts = acts;
        this.working = working;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    void show(BeforeEnterEvent event, SignalId id) {
        show(triage.open(id));
    }

    @Override
    String otherwise(SignalId id) {
        return SignalNavigation.write(id);
    }

    private void show(SignalView view) {
        removeAll();
        title = Terms.text("signal.title", view.card().number());
        var middle = new Section();
        middle.addClassName("signal-middle");
        caseLink(view).ifPresent(middle::add);
        for (var part : Part.values()) {
            var cards = view.items().stream()
                    .filter(item -> Part.of(view, item) == part)
                    .sorted(Comparator.comparing(ItemView::recordedAt))
                    .map(item -> card(view, item))
                    .toList();
            if (!cards.isEmpty()) {
                var block = new Div(new H2(Terms.text("signal.part." + part)));
                block.add(cards);
                block.addClassName("signal-part");
                middle.add(block);
            }
        }
        var foot = new Paragraph(Terms.text("section.seen", Terms.of(Purpose.SIGNAL_ASSESSMENT), view.entry()));
        foot.addClassName("section-foot");
        middle.add(foot);
        var side = new Aside(acts.panel(view, () -> show(triage.open(view.card().id()))), steps(view.steps()));
        if (view.mayTriage()) {
            side.add(definitions(view));
        }
        side.addClassName("signal-side");
        var columns = new Div(middle, side);
        columns.addClassName("signal-columns");
        add(back(SignalNavigation.LIST, Terms.text("signal.back")), head(view), columns);
    }

    private Component head(SignalView view) {
        var card = view.card();
        var asWriter = card.fromMe() && !view.mayTriage();
        var badges = new Div(SignalWords.state(card, asWriter));
        badges.addClassName("signal-badges");
        if (card.urgent()) {
            badges.add(SignalWords.urgent());
        }
        if (view.mayTriage()) {
            SignalWords.clockBadge(card, clock.instant()).ifPresent(badges::add);
        }
        var heading = new Div(new H1(title), badges);
        heading.addClassName("signal-title");
        var from = new Span(Terms.text(
                "signal.row.from",
                card.from().name(),
                Terms.moment(card.sentAt().orElse(card.begunAt()))));
        var facts = new Div(from);
        facts.addClassName("case-facts");
        card.holder().ifPresent(to -> facts.add(new Span(Terms.text("signal.head.holder", to.name()))));
        card.assignee().ifPresent(name -> facts.add(new Span(Terms.text("signal.row.assignee", name))));
        var head = new Div(heading, facts);
        head.addClassName("case-head");
        return head;
    }

    private Optional<Component> caseLink(SignalView view) {
        return view.caseName().map(name -> {
            var link = new Anchor(
                    CaseFileNavigation.to(name.id(), working.orNow(Purpose.SUPPORT), DataCategory.SIGNAL),
                    name.number() + " " + name.codeName());
            var told = new Paragraph(new Span(Terms.text("signal.in-case") + " "), link);
            told.addClassName("signal-in-case");
            return told;
        });
    }

    private static Component definitions(SignalView view) {
        var block = new Div(
                new H2(Terms.text("definition.panel.title")),
                new DefinitionsPanel(view.said()),
                new Anchor("definitions", Terms.text("signal.write.help.definitions")));
        block.addClassName("side-block");
        return block;
    }

    private static Component steps(List<StepView> steps) {
        var list = new OrderedList();
        list.addClassName("signal-steps");
        steps.forEach(step -> {
            var what = new Span(Terms.text(
                    step.to().isPresent() ? "signal.step." + step.step() + ".to" : "signal.step." + step.step(),
                    step.to().map(agency -> agency.name()).orElse("")));
            what.addClassName("row-title");
            var who = new Span(step.agency().name() + ", " + Terms.moment(step.at()));
            who.addClassName("row-detail");
            list.add(new ListItem(what, who));
        });
        var block = new Div(new H2(Terms.text("signal.steps.title")), list);
        block.addClassName("side-block");
        return block;
    }
}
