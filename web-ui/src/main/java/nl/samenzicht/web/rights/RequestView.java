package nl.samenzicht.web.rights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.rights.CopyService;
import nl.samenzicht.domain.rights.Doing;
import nl.samenzicht.domain.rights.Handling;
import nl.samenzicht.domain.rights.HandlingState;
import nl.samenzicht.domain.rights.HandlingStep;
import nl.samenzicht.domain.rights.NoticeView;
import nl.samenzicht.domain.rights.RequestPage;
import nl.samenzicht.domain.rights.RequestPage.ActView;
import nl.samenzicht.domain.rights.RightsService;
import nl.samenzicht.domain.rights.Statements;
import nl.samenzicht.domain.rights.SubjectRight;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.LogWords;
import nl.samenzicht.web.officer.OfficerPages;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** One request: how far it is, what comes next, what was done, who was told, and the statement that answers it. */
@Route(value = "officer/requests/:request", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class RequestView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    /** The steps that every request takes, in their order. */
    private static final List<HandlingState> ROAD = List.of(
            HandlingState.RECEIVED,
            HandlingState.IDENTIFIED,
            HandlingState.SCOPED,
            HandlingState.DECIDED,
            HandlingState.CARRIED_OUT,
            HandlingState.ANSWERED);

    private final transient RightsService rights;
    private final transient Statements statements;
    private final transient CopyService copies;
    private final transient Directory directory;
    private final transient Clock clock;
    private final transient LogWords words;
    private final Div result = new Div();
    private String number = "";

    @Inject
    RequestView(RightsService rights, Statements statements, CopyService copies, Directory directory, Clock clock) {
        this.rights = rights;
        this.statements = statements;
        this.copies = copies;
        this.directory = directory;
        this.clock = clock;
        words = new LogWords(UI.getCurrent().getLocale());
        addClassNames("page", "officer");
        result.addClassName("log-result");
        add(new Anchor("officer/requests", Terms.text("rights.back.link")), result);
    }

    @Override
    public String getPageTitle() {
        return Terms.text("rights.request.title", number);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        number = event.getRouteParameters().get("request").orElse("");
        show();
    }

    private void show() {
        result.removeAll();
        try {
            show(rights.request(number));
        } catch (AccessDenied refusal) {
            result.add(OfficerPages.refused(words, refusal));
        } catch (NotPossible gone) {
            result.add(OfficerPages.nothing(Terms.text(gone.messageKey())));
        }
    }

    private void show(RequestPage page) {
        var handling = page.card().handling();
        var title =
                new Div(new H1(Terms.text("rights.request.title", number)), new Paragraph(RightsPages.right(handling)));
        title.addClassName("page-words");
        result.add(title, road(handling), asked(page));
        if (page.parentBlocked()) {
            var blocked = new Paragraph(Terms.text("rights.blocked.text"));
            blocked.addClassNames("panel", "alert-waits", "rights-blocked");
            blocked.getElement().setAttribute("role", "alert");
            result.add(blocked);
        }
        if (handling.right() == SubjectRight.ACCESS && handling.granted()) {
            result.add(new StatementPanel(statements, number));
        }
        copies.preview(number)
                .filter(any -> handling.decision().isEmpty() || handling.granted())
                .ifPresent(preview -> result.add(new CopyPanel(copies, number, preview)));
        if (!page.next().isEmpty()) {
            result.add(next(page));
        }
        if (!page.told().isEmpty()) {
            result.add(told(page.told()));
        }
        result.add(acts(page.acts()), OfficerPages.recorded(words, page.entry().value()));
    }

    private Component road(Handling handling) {
        var road = new OrderedList();
        road.addClassName("rights-road");
        if (handling.state() == HandlingState.WITHDRAWN) {
            road.add(stage(HandlingState.RECEIVED, "done"), stage(HandlingState.WITHDRAWN, "now"));
            return road;
        }
        var stages = ROAD.stream()
                .filter(state -> state != HandlingState.CARRIED_OUT || RightsPages.hasEffect(handling))
                .toList();
        int at = stages.indexOf(RightsPages.stage(handling));
        for (int i = 0; i < stages.size(); i++) {
            road.add(stage(stages.get(i), i < at ? "done" : i == at ? "now" : "ahead"));
        }
        return road;
    }

    private static ListItem stage(HandlingState state, String how) {
        var stage = new ListItem(Terms.of(state));
        stage.addClassNames("rights-stage", "is-" + how);
        if (how.equals("now")) {
            stage.getElement().setAttribute("aria-current", "step");
        }
        return stage;
    }

    private Component asked(RequestPage page) {
        var card = page.card();
        var facts = RightsPages.detail(Stream.of(
                        RightsPages.dossier(card.caseName(), card.signal()),
                        Optional.of(Terms.of(card.requester())),
                        Optional.of(Terms.text(
                                "rights.received.text",
                                Terms.day(card.handling().received()))),
                        page.recordedBy())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · ")));
        var badges = new Div(RightsPages.clock(card.handling(), clock));
        badges.addClassName("rights-badges");
        if (card.handling().extended()) {
            badges.add(new Badge(Terms.text("rights.extended"), Badge.Tone.QUIET));
        }
        card.handling().decision().ifPresent(decision -> badges.add(new Badge(Terms.of(decision), Badge.Tone.QUIET)));
        if (card.handling().restricts()) {
            badges.add(new Badge(Terms.text("rights.restricts"), Badge.Tone.WARN));
        }
        var quote = new Paragraph(Terms.text("emergencies.reason.quote", page.words()));
        quote.addClassName("alert-reason");
        var panel = new Div(badges, quote, facts);
        page.scope().ifPresent(scope -> panel.add(scope(scope)));
        if (!page.withheld().isEmpty()) {
            panel.add(RightsPages.detail(Terms.text("rights.withheld.text", Terms.of(page.withheld()))));
        }
        panel.addClassNames("panel", "alert");
        return panel;
    }

    private static Span scope(Doing scope) {
        return RightsPages.detail(Stream.of(
                        Optional.of(Terms.text("rights.scope.text", Terms.of(scope.categories()))),
                        scope.from().map(day -> Terms.text("rights.scope.from", Terms.day(day))),
                        scope.until().map(day -> Terms.text("rights.scope.until", Terms.day(day))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · ")));
    }

    private Component next(RequestPage page) {
        var section = RightsPages.section(Terms.text("rights.next.title"), "");
        var acts = new Div();
        acts.addClassName("row-actions");
        var first = true;
        var steps = new ArrayList<>(page.next());
        steps.sort((a, b) -> Integer.compare(rank(a, page), rank(b, page)));
        for (var step : steps) {
            var act = new Button(
                    Terms.text("handling-step.act." + step),
                    click -> new StepDialog(rights, directory, page, step, this::show).open());
            act.addClassName("rights-step");
            act.getElement().setAttribute("data-step", step.name());
            if (first) {
                act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            first = false;
            acts.add(act);
        }
        section.add(new Paragraph(Terms.text("handling-step.help." + steps.get(0))), acts);
        return section;
    }

    /** What usually comes next stands first: once it is settled what the request is about, to decide. */
    private static int rank(HandlingStep step, RequestPage page) {
        boolean scoped = page.card().handling().state() == HandlingState.SCOPED;
        return switch (step) {
            case IDENTIFY, CARRY_OUT, ANSWER, LIFT -> 0;
            case SCOPE -> scoped ? 2 : 0;
            case DECIDE -> scoped ? 0 : 3;
            case EXTEND -> 4;
            case WITHDRAW -> 5;
        };
    }

    private Component told(List<NoticeView> told) {
        var section = RightsPages.section(Terms.text("rights.recipients.title"), Terms.text("rights.recipients.intro"));
        var rows = new UnorderedList();
        rows.addClassNames("rows", "panel");
        told.forEach(notice -> {
            var name = new Span(notice.other().map(AgencyCard::name).orElse("–"));
            name.addClassName("log-name");
            var said = new Div(
                    name, new Span(RightsPages.told(notice)), RightsPages.detail(Terms.moment(notice.toldAt())));
            notice.answer().ifPresent(answer -> said.add(new Span(Terms.text("emergencies.reason.quote", answer))));
            said.addClassNames("row-words", "judgement");
            var row = new ListItem(said, RightsPages.outcome(notice));
            row.addClassName("row");
            rows.add(row);
        });
        section.add(rows);
        return section;
    }

    private Component acts(List<ActView> acts) {
        var section = RightsPages.section(Terms.text("rights.acts.title"), "");
        if (acts.isEmpty()) {
            section.add(OfficerPages.nothing(Terms.text("rights.acts.none")));
            return section;
        }
        var rows = new OrderedList();
        rows.addClassNames("rows", "panel");
        acts.forEach(act -> rows.add(row(act)));
        section.add(rows);
        return section;
    }

    private ListItem row(ActView act) {
        var doing = act.doing();
        var name = new Span(Stream.of(
                        Optional.of(Terms.of(doing.step())),
                        doing.decision().map(Terms::of),
                        doing.ground()
                                .map(ground -> Terms.text("rights.right.article", Terms.of(ground), ground.article())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · ")));
        name.addClassName("log-name");
        var said = new Div(name, new Span(Terms.text("emergencies.reason.quote", doing.words())));
        if (doing.step() == HandlingStep.SCOPE) {
            said.add(scope(doing));
        }
        said.add(RightsPages.detail(Terms.text("emergencies.judged.by", act.by().orElse("–"), Terms.moment(act.at()))));
        said.addClassNames("row-words", "judgement");
        var row = new ListItem(said);
        row.addClassName("row");
        return row;
    }
}
