package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.domain.oversight.QuarterFigures;
import nl.samenzicht.domain.oversight.QuarterFigures.Tally;
import nl.samenzicht.domain.oversight.SampleCard;
import nl.samenzicht.domain.oversight.SampleLines;
import nl.samenzicht.domain.oversight.SampleLines.Drawn;
import nl.samenzicht.domain.oversight.SampleList;
import nl.samenzicht.domain.oversight.SampleService;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** Samples of accesses, each judged by somebody else than whose access it was, and the figures of each quarter. */
@Route(value = "officer/samples", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class SamplesView extends OfficerPage {
    private static final long serialVersionUID = 1L;
    private static final int MONTHS = 12;

    private final transient SampleService samples;
    private final transient Clock clock;
    private @Nullable UUID wanted;

    @Inject
    SamplesView(SampleService samples, Clock clock) {
        super("samples.page");
        this.samples = samples;
        this.clock = clock;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("sample")
                .flatMap(SamplesView::number)
                .orElse(null);
        super.afterNavigation(event);
    }

    @Override
    protected void fill() {
        try {
            if (wanted == null) {
                show(samples.samples());
            } else {
                show(samples.sample(wanted));
            }
        } catch (NotPossible gone) {
            result.add(OfficerPages.nothing(words.text(gone.messageKey())), back());
        }
    }

    private static Optional<UUID> number(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    // all samples

    private void show(SampleList list) {
        var section = section(words.text("samples.list.title"));
        list.due()
                .ifPresent(month -> section.add(OfficerPages.nothing(
                        words.text("samples.due.text", Terms.month(month), Terms.lastDay(list.dueUntil())))));
        if (list.mayDraw()) {
            var draw = new Button(words.text("samples.draw.label"), click -> draw(list));
            draw.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            draw.addClassName("verify-begin");
            section.add(draw);
        }
        if (list.samples().isEmpty()) {
            section.add(OfficerPages.nothing(words.text("samples.none.text")));
        } else {
            var rows = new UnorderedList();
            rows.addClassNames("rows", "panel");
            list.samples().forEach(card -> rows.add(row(card)));
            section.add(rows);
        }
        result.add(
                section,
                figures(list.quarters()),
                OfficerPages.recorded(words, list.entry().value()));
    }

    private ListItem row(SampleCard card) {
        var name = new Anchor("officer/samples?sample=" + card.id(), period(card));
        name.addClassName("log-name");
        var said = new Div(name, new Span(words.text("samples.drawn.text", card.drawn(), card.accesses())), by(card));
        said.addClassName("row-words");
        var row = new ListItem(said, state(card));
        row.addClassName("row");
        return row;
    }

    private Badge state(SampleCard card) {
        return card.waits()
                ? new Badge(words.text("samples.state.waits", card.judged(), card.drawn()), Badge.Tone.WARN)
                : new Badge(words.text("samples.state.done"), Badge.Tone.GOOD);
    }

    private String period(SampleCard card) {
        return words.text("samples.period.text", Terms.moment(card.from()), Terms.moment(card.until()));
    }

    private Span by(SampleCard card) {
        var by =
                new Span(words.text("samples.by.text", card.by(), Terms.moment(card.at()), Long.toString(card.seed())));
        by.addClassName("row-detail");
        return by;
    }

    private void draw(SampleList list) {
        var running = YearMonth.now(clock.withZone(Terms.AMSTERDAM));
        var month = new Select<YearMonth>();
        month.setLabel(words.text("samples.month.label"));
        month.setHelperText(words.text("samples.month.help"));
        month.setItems(Stream.iterate(running, each -> each.minusMonths(1))
                .limit(MONTHS)
                .toList());
        month.setItemLabelGenerator(Terms::month);
        month.setValue(list.due().orElse(running));
        month.setWidthFull();
        var drawn = new UUID[1];
        new ActDialog(
                        words.text("samples.draw.title"),
                        words.text("samples.draw.verb"),
                        () -> drawn[0] = samples.draw(month.getValue()),
                        () -> UI.getCurrent()
                                .navigate(SamplesView.class, QueryParameters.of("sample", drawn[0].toString())))
                .asking(new Paragraph(words.text("samples.draw.text")), month)
                .open();
    }

    private Component figures(List<QuarterFigures> quarters) {
        var table = new NativeTable();
        table.addClassNames("log-table", "looks-table", "figures");
        var head = table.getHead().addRow();
        for (var column : List.of("quarter", "what", "all", "lawful", "investigate", "unlawful", "open", "late")) {
            var cell = new NativeTableHeaderCell(words.text("figures.column." + column));
            cell.getElement().setAttribute("scope", "col");
            cell.addClassName("figure-" + column);
            head.add(cell);
        }
        quarters.stream()
                .filter(quarter -> quarter.hasSomething() || quarter.equals(quarters.get(0)))
                .forEach(quarter -> {
                    var name = words.text("figures.quarter", quarter.quarter(), Integer.toString(quarter.year()));
                    table.getBody().add(row(name, "samples", quarter.samples(), "–"));
                    table.getBody().add(row(name, "alerts", quarter.alerts(), "–"));
                    table.getBody()
                            .add(row(name, "emergencies", quarter.emergencies(), Integer.toString(quarter.late())));
                });
        var section = section(words.text("figures.title"));
        section.add(new Paragraph(words.text("figures.intro")), table);
        return section;
    }

    private NativeTableRow row(String quarter, String what, Tally tally, String late) {
        var row = new NativeTableRow();
        row.add(
                cell("quarter", quarter),
                cell("what", words.text("figures." + what)),
                cell("all", Integer.toString(tally.all())),
                cell("lawful", Long.toString(tally.of(Verdict.LAWFUL))),
                cell("investigate", Long.toString(tally.of(Verdict.INVESTIGATE))),
                cell("unlawful", Long.toString(tally.of(Verdict.UNLAWFUL))),
                cell("open", Long.toString(tally.open())),
                cell("late", late));
        return row;
    }

    private NativeTableCell cell(String column, String text) {
        var cell = new NativeTableCell(text);
        cell.addClassName("figure-" + column);
        cell.getElement().setAttribute("data-label", words.text("figures.column." + column));
        return cell;
    }

    // one sample

    private void show(SampleLines sample) {
        var card = sample.card();
        var section = section(period(card));
        var head = new Div(
                new Span(words.text("samples.drawn.text", card.drawn(), card.accesses())), by(card), state(card));
        head.addClassName("judgement");
        var again = new Div();
        var check = new Button(words.text("samples.again.label"), click -> {
            again.removeAll();
            var same = samples.drawsTheSame(card.id());
            again.add(new Badge(
                    words.text(same ? "samples.again.same" : "samples.again.other"),
                    same ? Badge.Tone.GOOD : Badge.Tone.DANGER));
        });
        check.addClassName("verify-begin");
        again.getElement().setAttribute("role", "status");
        again.addClassName("draw-again");
        section.add(back(), head, check, again);
        var rows = new UnorderedList();
        rows.addClassNames("rows", "panel");
        sample.lines().forEach(drawn -> rows.add(row(sample, drawn)));
        section.add(sample.lines().isEmpty() ? OfficerPages.nothing(words.text("samples.empty.text")) : rows);
        result.add(section, OfficerPages.recorded(words, sample.entry().value()));
    }

    private Anchor back() {
        return new Anchor("officer/samples", words.text("samples.back.link"));
    }

    private ListItem row(SampleLines sample, Drawn drawn) {
        var line = drawn.line();
        var said = new LineSentence(words, line);
        drawn.judged().forEach(judged -> said.add(VerdictDialog.said(words, judged)));
        var row = new ListItem(said);
        row.addClassNames("row", "drawn");
        row.getElement().setAttribute("data-line", line.code().value());
        if (drawn.waits() && sample.mayJudge()) {
            row.add(drawn.ownAct() ? ownAct() : judge(sample, line));
        }
        return row;
    }

    private Span ownAct() {
        var hint = new Span(words.text("alerts.own.text"));
        hint.addClassName("hint");
        return hint;
    }

    private Button judge(SampleLines sample, LogLine line) {
        var judge = new Button(
                words.text("emergencies.judge.label"),
                click -> VerdictDialog.open(
                        words,
                        words.text("samples.judge.title", line.code().value()),
                        (verdict, note) -> samples.judge(sample.card().id(), line.code(), verdict, note),
                        this::show));
        judge.setAriaLabel(words.text("samples.judge.title", line.code().value()));
        return judge;
    }

    private static Section section(String title) {
        var section = new Section(new H2(title));
        section.addClassName("emergencies");
        return section;
    }
}
