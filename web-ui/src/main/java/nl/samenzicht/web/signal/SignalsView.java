package nl.samenzicht.web.signal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenzicht.domain.signal.SignalCard;
import nl.samenzicht.domain.signal.SignalService;
import nl.samenzicht.domain.signal.SignalState;
import nl.samenzicht.domain.signal.TriageService;
import nl.samenzicht.domain.signal.TriageService.Queue;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.worklist.FilterLinks;
import nl.samenzicht.web.worklist.RefusedPanel;

/**
 * The signals that came to one's agency, as queues with clocks, and those that one wrote. The address keeps which. No content
 * stands here.
 */
@Route(value = SignalNavigation.LIST, layout = MainLayout.class)
@StyleSheet("context://signal.css")
class SignalsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String SHOW = "show";

    /** The parts of the list. */
    private enum Part {
        UNASSIGNED,
        MINE,
        WAITING,
        DECIDED,
        WRITTEN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final transient SignalService signals;
    private final transient TriageService triage;
    private final transient CurrentProfessional current;
    private final transient Clock clock;
    private final Div filters = new Div();
    private final Div result = new Div();

    @Inject
    SignalsView(SignalService signals, TriageService triage, CurrentProfessional current, Clock clock) {
        this.signals = signals;
        this.triage = triage;
        this.current = current;
        this.clock = clock;
        addClassNames("page", "signals-page");
        var words = new Div(new H1(Terms.text("signals.page.title")), new Paragraph(Terms.text("signals.page.intro")));
        words.addClassName("page-words");
        var write = new Button(
                Terms.text("signals.write"),
                VaadinIcon.PENCIL.create(),
                click -> CaseFileNavigation.go(SignalNavigation.NEW));
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        write.setId("write-signal");
        write.setVisible(signals.isWork());
        var head = new Div(words, write);
        head.addClassName("page-head");
        add(head, filters, result);
    }

    @Override
    public String getPageTitle() {
        return Terms.text("signals.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filters.removeAll();
        result.removeAll();
        var onlyWrites = current.current().function() == Function.REPORTER;
        try {
            var written = signals.written();
            var queue = onlyWrites ? new Queue(List.of(), List.of()) : triage.queue();
            var wanted = event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter(SHOW)
                    .flatMap(code -> Stream.of(Part.values())
                            .filter(part -> part.code().equals(code))
                            .findFirst());
            var part = onlyWrites ? Part.WRITTEN : wanted.orElseGet(() -> firstToLookAt(queue));
            if (!onlyWrites) {
                filters.add(links(queue, written, part));
            }
            show(of(part, queue, written), part);
        } catch (AccessDenied refusal) {
            result.add(new RefusedPanel(refusal));
        }
    }

    /** The address of a part of the list. */
    static String of(String part) {
        return SignalNavigation.LIST + "?" + SHOW + "=" + part;
    }

    /** What waits for anybody comes before what somebody has already. */
    private static Part firstToLookAt(Queue queue) {
        return of(Part.UNASSIGNED, queue, List.of()).isEmpty() ? Part.WAITING : Part.UNASSIGNED;
    }

    private static List<SignalCard> of(Part part, Queue queue, List<SignalCard> written) {
        return switch (part) {
            case UNASSIGNED ->
                queue.waiting().stream()
                        .filter(card -> card.assignee().isEmpty())
                        .toList();
            case MINE -> queue.waiting().stream().filter(SignalCard::mine).toList();
            case WAITING -> queue.waiting();
            case DECIDED -> queue.decided();
            case WRITTEN -> written;
        };
    }

    private static Component links(Queue queue, List<SignalCard> written, Part here) {
        var links = new FilterLinks(Terms.text("signals.filter.label"));
        for (var part : Part.values()) {
            links.link(
                    of(part.code()),
                    Terms.text("signals.part." + part),
                    of(part, queue, written).size(),
                    part == here);
        }
        return links;
    }

    private void show(List<SignalCard> cards, Part part) {
        if (cards.isEmpty()) {
            var nothing = new Paragraph(Terms.text("signals.nothing." + part));
            nothing.addClassName("empty-state");
            result.add(nothing);
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("rows", "panel", "signal-list");
        var now = clock.instant();
        cards.forEach(card -> list.add(row(card, part == Part.WRITTEN, now)));
        result.add(list);
    }

    private static ListItem row(SignalCard card, boolean asWriter, Instant now) {
        var draft = card.state() == SignalState.DRAFT;
        var link = new Anchor(
                draft ? SignalNavigation.write(card.id()) : SignalNavigation.to(card.id()),
                Terms.text("signal.title", card.number()));
        link.addClassName("row-title");
        var head = new Div(link, SignalWords.state(card, asWriter));
        head.addClassName("signal-row-head");
        if (card.urgent()) {
            head.add(SignalWords.urgent());
        }
        var detail = new Span(detail(card, asWriter));
        detail.addClassName("row-detail");
        var words = new Div(head, detail);
        words.addClassName("row-words");
        var side = new Div();
        side.addClassName("row-actions");
        if (!asWriter) {
            SignalWords.clockBadge(card, now).ifPresent(side::add);
        }
        var row = new ListItem(words, side);
        row.addClassName("row");
        row.getElement().setAttribute("data-signal", card.number());
        return row;
    }

    private static String detail(SignalCard card, boolean asWriter) {
        if (asWriter) {
            return card.holder()
                    .map(to -> Terms.text(
                            "signal.row.to",
                            to.name(),
                            Terms.moment(card.sentAt().orElse(card.begunAt()))))
                    .orElseGet(() -> Terms.text("signal.row.draft", Terms.moment(card.begunAt())));
        }
        var came = Terms.text(
                "signal.row.from",
                card.from().name(),
                Terms.moment(card.sentAt().orElse(card.begunAt())));
        var whose = Optional.of(card.mine() ? Terms.text("signal.row.mine") : "")
                .filter(words -> !words.isEmpty())
                .or(() -> card.assignee().map(name -> Terms.text("signal.row.assignee", name)));
        return whose.map(words -> came + " · " + words).orElse(came);
    }
}
