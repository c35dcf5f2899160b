package nl.samenzicht.web.retention;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.samenzicht.domain.retention.DestructionState;
import nl.samenzicht.domain.retention.RetentionOverview;
import nl.samenzicht.domain.retention.RetentionOverview.Batch;
import nl.samenzicht.domain.retention.RetentionOverview.DueCase;
import nl.samenzicht.domain.retention.RetentionOverview.Hold;
import nl.samenzicht.domain.retention.RetentionService;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.worklist.RefusedPanel;

/** What an agency is to destroy, what holds that up and what was decided: by case number and kind, never content. */
@Route(value = "officer/retention", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class RetentionView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient RetentionService service;
    private final transient RetentionActs acts;
    private final transient Clock clock;
    private final transient List<DueCase> chosen = new ArrayList<>();
    private final Div result = new Div();

    @Inject
    RetentionView(RetentionService service, Clock clock) {
        this.service = service;
        this.clock = clock;
        acts = new RetentionActs(service, this::show);
        addClassNames("page", "officer", "retention");
        result.addClassName("log-result");
        add(new H1(Terms.text("retention.page.title")), new Paragraph(Terms.text("retention.page.intro")), result);
    }

    @Override
    public String getPageTitle() {
        return Terms.text("retention.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        result.removeAll();
        chosen.clear();
        try {
            show(service.look());
        } catch (AccessDenied refusal) {
            result.add(new RefusedPanel(refusal));
        }
    }

    private void show(RetentionOverview seen) {
        var waiting = seen.batches().stream()
                .filter(each -> each.state() == DestructionState.PROPOSED)
                .toList();
        if (!waiting.isEmpty()) {
            result.add(section(
                    "retention.waiting.title",
                    waiting.stream().map(each -> row(each, seen)).toList()));
        }
        result.add(due(seen));
        result.add(holds(seen));
        var settled = seen.batches().stream()
                .filter(each -> each.state() != DestructionState.PROPOSED)
                .map(each -> row(each, seen))
                .toList();
        if (!settled.isEmpty()) {
            result.add(section("retention.settled.title", settled));
        }
        var hint = new Paragraph(Terms.text("log.look.recorded", seen.entry().value()));
        hint.addClassName("hint");
        result.add(hint);
    }

    private static Section section(String title, List<ListItem> rows) {
        var section = new Section(new H2(Terms.text(title)));
        section.addClassName("retention-part");
        if (!rows.isEmpty()) {
            var list = new UnorderedList();
            list.addClassNames("rows", "panel");
            rows.forEach(list::add);
            section.add(list);
        }
        return section;
    }

    private static Component nothing(String key, Object... arguments) {
        var nothing = new Paragraph(Terms.text(key, arguments));
        nothing.addClassNames("panel", "retention-nothing");
        return nothing;
    }

    // ---- what is due ----

    private Component due(RetentionOverview seen) {
        var section = section(
                "retention.due.title",
                seen.due().stream().map(each -> row(each, seen.mayPropose())).toList());
        if (seen.due().isEmpty()) {
            section.add(nothing("retention.due.none", Terms.day(seen.until())));
        }
        if (seen.unsettled() > 0) {
            section.add(new Paragraph(Terms.text("retention.unsettled", seen.unsettled())));
        }
        if (seen.more()) {
            section.add(new Paragraph(Terms.text("retention.more")));
        }
        if (seen.mayPropose()) {
            section.add(proposing(seen));
        }
        return section;
    }

    private Component proposing(RetentionOverview seen) {
        var buttons = new Div();
        buttons.addClassName("row-actions");
        if (seen.due().stream().anyMatch(this::canBeChosen)) {
            var propose = new Button(Terms.text("retention.propose.label"), click -> acts.propose(List.copyOf(chosen)));
            propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(propose);
        }
        buttons.add(new Button(Terms.text("retention.erasure.label"), click -> acts.proposeErasure()));
        return buttons;
    }

    private boolean canBeChosen(DueCase each) {
        return isDue(each.firstDue()) && !each.held() && !each.underWay();
    }

    private boolean isDue(LocalDate day) {
        return !day.isAfter(LocalDate.ofInstant(clock.instant(), Terms.AMSTERDAM));
    }

    private ListItem row(DueCase each, boolean mayPropose) {
        var said = new Div(title(each.number()));
        said.addClassName("row-words");
        for (var line : each.lines()) {
            var kind = new Span(
                    Terms.text("retention.line", line.items(), Terms.of(line.category()), Terms.day(line.dueOn())));
            var term = new Span(RetentionWords.term(line));
            term.addClassName("row-detail");
            said.add(kind, term);
        }
        var row = row(said, badge(each));
        if (mayPropose && canBeChosen(each)) {
            row.addComponentAsFirst(choice(each));
        }
        return row;
    }

    private Checkbox choice(DueCase each) {
        var box = new Checkbox();
        box.addValueChangeListener(event -> {
            if (event.getValue()) {
                chosen.add(each);
            } else {
                chosen.remove(each);
            }
        });
        box.setAriaLabel(Terms.text("retention.choose.label", each.number()));
        return box;
    }

    private Badge badge(DueCase each) {
        if (each.held()) {
            return new Badge(Terms.text("retention.badge.held"), Tone.WARN);
        }
        if (each.underWay()) {
            return new Badge(Terms.text("retention.badge.proposed"), Tone.QUIET);
        }
        return isDue(each.firstDue())
                ? new Badge(Terms.text("retention.badge.due"), Tone.DANGER)
                : new Badge(Terms.text("retention.badge.coming", Terms.day(each.firstDue())), Tone.QUIET);
    }

    // ---- what holds it up ----

    private Component holds(RetentionOverview seen) {
        var section = section(
                "retention.holds.title",
                seen.holds().stream().map(each -> row(each, seen)).toList());
        if (seen.holds().isEmpty()) {
            section.add(nothing("retention.holds.none"));
        }
        if (seen.mayPropose()) {
            var buttons = new Div(new Button(Terms.text("retention.hold.label"), click -> acts.hold()));
            buttons.addClassName("row-actions");
            section.add(buttons);
        }
        return section;
    }

    private ListItem row(Hold hold, RetentionOverview seen) {
        var said = new Div(
                title(hold.number()),
                new Span(Terms.text(
                        "retention.hold.line",
                        Terms.text("retention.hold." + hold.reason()),
                        Terms.day(hold.lastDay()))),
                detail(Terms.text("retention.quoted", hold.placedBy(), hold.why())));
        said.addClassName("row-words");
        var row = row(said);
        if (hold.liftAsked()) {
            row.add(new Badge(Terms.text("retention.badge.lift-asked"), Tone.WARN));
        }
        if (hold.liftAsked() && !hold.ownAsk() && seen.mayApprove()) {
            row.add(new Button(Terms.text("retention.lift.label"), click -> acts.lift(hold)));
        } else if (!hold.liftAsked() && seen.mayPropose()) {
            row.add(new Button(Terms.text("retention.lift.ask"), click -> acts.askToLift(hold)));
        }
        return row;
    }

    // ---- what was proposed and decided ----

    private ListItem row(Batch batch, RetentionOverview seen) {
        var said = new Div(title(String.join(", ", batch.numbers())));
        said.addClassName("row-words");
        said.add(new Span(batch.counts().stream().map(RetentionWords::counted).collect(Collectors.joining("; "))));
        said.add(detail(Terms.text(
                "retention.proposed.by",
                Terms.text("retention.basis." + batch.basis()),
                batch.proposedBy(),
                Terms.moment(batch.proposedAt()))));
        batch.why().ifPresent(why -> said.add(detail(Terms.text("retention.quote", why))));
        batch.decidedBy()
                .ifPresent(by -> said.add(detail(Terms.text(
                        "retention.decided." + decision(batch),
                        by,
                        Terms.moment(batch.decidedAt().orElseThrow())))));
        var row = row(said, new Badge(Terms.text("retention.state." + batch.state()), tone(batch.state())));
        answers(batch, seen).forEach(row::add);
        return row;
    }

    private static String decision(Batch batch) {
        return batch.state() == DestructionState.REFUSED ? "refused" : "approved";
    }

    private static Tone tone(DestructionState state) {
        return switch (state) {
            case PROPOSED, APPROVED, DESTROYED -> Tone.WARN;
            case CERTIFIED -> Tone.GOOD;
            case REFUSED, STOPPED -> Tone.QUIET;
        };
    }

    private List<Component> answers(Batch batch, RetentionOverview seen) {
        if (batch.state() == DestructionState.CERTIFIED) {
            return List.of(CertificateFile.link(() -> service.certificate(batch.id())), lineOf(batch));
        }
        if (batch.state() != DestructionState.PROPOSED) {
            return List.of();
        }
        if (batch.own()) {
            return List.of(new Button(Terms.text("retention.take-back.label"), click -> acts.takeBack(batch)));
        }
        if (!seen.mayApprove()) {
            return List.of();
        }
        var approve = new Button(Terms.text("retention.approve.label"), click -> acts.approve(batch));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        return List.of(approve, new Button(Terms.text("retention.refuse.label"), click -> acts.refuse(batch)));
    }

    private static Component lineOf(Batch batch) {
        var code = batch.certificate().orElseThrow().value();
        return new Anchor("officer/log?code=" + code, Terms.text("retention.line.link", code));
    }

    private static ListItem row(Component... parts) {
        var row = new ListItem(parts);
        row.addClassName("row");
        return row;
    }

    private static Span title(String words) {
        var title = new Span(new Text(words));
        title.addClassName("row-title");
        return title;
    }

    private static Span detail(String words) {
        var detail = new Span(words);
        detail.addClassName("row-detail");
        return detail;
    }
}
