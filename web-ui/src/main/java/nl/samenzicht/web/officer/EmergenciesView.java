package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.emergency.BreakGlassReviews;
import nl.samenzicht.domain.emergency.BreakGlassReviews.Judged;
import nl.samenzicht.domain.emergency.BreakGlassService;
import nl.samenzicht.domain.emergency.BreakGlassView;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.officer.LogQuery.Limit;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** Where each use of emergency access is judged afterwards, by somebody else than who used it. */
@Route(value = "officer/emergencies", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class EmergenciesView extends OfficerPage {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NOTE = 2000;

    private final transient BreakGlassService emergencies;
    private final transient Clock clock;

    @Inject
    EmergenciesView(BreakGlassService emergencies, Clock clock) {
        super("emergencies.page");
        this.emergencies = emergencies;
        this.clock = clock;
    }

    @Override
    protected void fill() {
        show(emergencies.reviews());
    }

    private void show(BreakGlassReviews reviews) {
        var waiting = new Section(
                new H2(words.text("emergencies.waiting.title", reviews.waiting().size())));
        waiting.addClassName("emergencies");
        if (reviews.waiting().isEmpty()) {
            waiting.add(OfficerPages.nothing(words.text("emergencies.waiting.none")));
        }
        reviews.waiting().forEach(use -> waiting.add(card(use, reviews.mayJudge())));
        result.add(waiting);
        if (!reviews.judged().isEmpty()) {
            var list = new UnorderedList();
            list.addClassNames("rows", "panel");
            reviews.judged().forEach(judged -> list.add(row(judged)));
            var judged = new Section(new H2(words.text("emergencies.judged.title")), list);
            judged.addClassName("emergencies");
            result.add(judged);
        }
        result.add(OfficerPages.recorded(words, reviews.entry().value()));
    }

    private Component card(BreakGlassView use, boolean mayJudge) {
        var head = new Div(title(use), due(use.reviewDue()));
        head.addClassName("emergency-head");
        var reason = new Paragraph(Terms.quoted(use.reason()));
        reason.addClassName("emergency-reason");
        var acts = new Div();
        acts.addClassName("row-actions");
        if (mayJudge) {
            var judge = new Button(words.text("emergencies.judge.label"), click -> judge(use));
            judge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            acts.add(judge);
        }
        acts.add(new Anchor(linesOf(use).href(), words.text("emergencies.lines.link")));
        var card = new Div(head, new Paragraph(period(use)), reason, acts);
        card.addClassNames("panel", "emergency");
        return card;
    }

    private Component title(BreakGlassView use) {
        var who = new H3(use.professional().displayName());
        var where = new Span(Terms.of(use.professional().functions()) + " · "
                + use.caseName().number() + " " + use.caseName().codeName());
        where.addClassName("row-detail");
        var title = new Div(who, where);
        title.addClassName("row-words");
        return title;
    }

    private String period(BreakGlassView use) {
        return words.text("emergencies.period.text", Terms.moment(use.from()), Terms.time(use.until()));
    }

    private Component due(Instant due) {
        boolean late = !clock.instant().isBefore(due);
        var badge = new Badge(
                words.text(late ? "emergencies.late" : "emergencies.due", Terms.lastDay(due)),
                late ? Badge.Tone.DANGER : Badge.Tone.WARN);
        return badge;
    }

    private static LogQuery linesOf(BreakGlassView use) {
        return LogQuery.everything()
                .with(Limit.CASE, use.caseName().number())
                .with(Limit.PROFESSIONAL, use.professional().id())
                .with(Limit.EMERGENCY, "true");
    }

    private ListItem row(Judged judged) {
        var use = judged.use();
        var verdict = VerdictDialog.badge(judged.verdict());
        var note = new Span(Terms.quoted(judged.note()));
        var by = new Span(words.text("emergencies.judged.by", judged.by(), Terms.moment(judged.at())));
        by.addClassName("row-detail");
        var said = new Div(title(use), new Span(period(use)), note, by);
        said.addClassNames("row-words", "emergency-judged");
        var row = new ListItem(said, verdict);
        row.addClassName("row");
        return row;
    }

    private void judge(BreakGlassView use) {
        var verdict = new RadioButtonGroup<Verdict>(words.text("emergencies.verdict.label"));
        verdict.setItems(Verdict.values());
        verdict.setItemLabelGenerator(value -> words.text("emergencies.verdict." + value));
        verdict.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        var note = new TextArea(words.text("emergencies.note.label"));
        note.setHelperText(words.text("emergencies.note.help", BreakGlassService.SHORTEST_REASON));
        note.setMaxLength(LONGEST_NOTE);
        note.setMinHeight("120px");
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.ON_BLUR);
        new ActDialog(
                        words.text("emergencies.judge.title", use.professional().displayName()),
                        words.text("emergencies.judge.confirm"),
                        () -> {
                            if (verdict.getValue() == null) {
                                throw new NotPossible("emergencies.verdict.missing");
                            }
                            emergencies.review(use.id(), verdict.getValue(), note.getValue(), Purpose.OVERSIGHT);
                        },
                        this::show)
                .asking(verdict, note)
                .open();
    }
}
