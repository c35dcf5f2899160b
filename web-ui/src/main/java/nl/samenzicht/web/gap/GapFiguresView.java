package nl.samenzicht.web.gap;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.samenzicht.domain.gap.GapFigures;
import nl.samenzicht.domain.gap.GapFigures.Others;
import nl.samenzicht.domain.gap.GapFigures.Own;
import nl.samenzicht.domain.gap.GapService;
import nl.samenzicht.domain.gap.SmallNumbers;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.worklist.RefusedPanel;

/** How many presumed victims were reported: of one's own agency as it is, of others so that nobody can be known by it. */
@Route(value = "gap/figures", layout = MainLayout.class)
@StyleSheet("context://gap.css")
class GapFiguresView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient GapService gap;
    private final Div result = new Div();

    @Inject
    GapFiguresView(GapService gap) {
        this.gap = gap;
        addClassName("page");
        result.addClassName("gap-figures");
        add(new H1(Terms.text("gap.figures.title")), new Paragraph(Terms.text("gap.figures.intro")), result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("gap.figures.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        result.removeAll();
        try {
            show(gap.figures());
        } catch (AccessDenied refusal) {
            result.add(new RefusedPanel(refusal));
        }
    }

    private void show(GapFigures figures) {
        figures.own().ifPresent(own -> result.add(own(own)));
        result.add(others(figures.others()));
        var recorded = new Paragraph(Terms.text("log.look.recorded", figures.entry()));
        recorded.addClassName("hint");
        result.add(recorded);
    }

    private static Section own(Own own) {
        var section = new Section(new H2(Terms.text("gap.own.title")), table(own.byForm()));
        if (!own.reasons().isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("gap-reasons");
            own.reasons().forEach((why, count) -> list.add(new ListItem(GapWords.why(why) + ": " + count)));
            section.add(new H3(Terms.text("gap.own.reasons")), list);
        }
        section.addClassName("panel");
        return section;
    }

    private static NativeTable table(List<Own.Row> rows) {
        var table = new NativeTable();
        table.addClassName("gap-table");
        var head = table.getHead().addRow();
        for (var column : List.of("form", "positive", "reported", "gap")) {
            var cell = new NativeTableHeaderCell(Terms.text("gap.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        rows.forEach(row -> {
            var form = new NativeTableHeaderCell(GapWords.form(row.form()));
            form.getElement().setAttribute("scope", "row");
            table.getBody()
                    .add(new NativeTableRow(form, number(row.positive()), number(row.reported()), number(row.gap())));
        });
        return table;
    }

    private static NativeTableCell number(int number) {
        return new NativeTableCell(Integer.toString(number));
    }

    private static Section others(Others others) {
        var total = others.positive().isPresent()
                ? Terms.text("gap.others.positive", others.positive().getAsInt())
                : Terms.text("gap.others.few", SmallNumbers.FEWEST);
        var section = new Section(
                new H2(Terms.text("gap.others.title")),
                new Paragraph(total),
                new H3(Terms.text("gap.others.by-form")),
                bars(others.byForm(), GapWords::form),
                new H3(Terms.text("gap.others.by-region")),
                bars(others.byRegion(), GapWords::region));
        var rounded = new Paragraph(Terms.text("gap.others.rounded", SmallNumbers.FEWEST, SmallNumbers.STEP));
        rounded.addClassName("hint");
        section.add(rounded);
        section.addClassName("panel");
        return section;
    }

    /** A list with bars; the number stands beside the bar, which says nothing more. */
    private static Component bars(SmallNumbers numbers, UnaryOperator<String> words) {
        if (numbers.shown().isEmpty()) {
            var nothing = new Paragraph(Terms.text("gap.others.nothing", SmallNumbers.FEWEST));
            nothing.addClassName("hint");
            return nothing;
        }
        int largest = numbers.largest().orElseThrow();
        var list = new UnorderedList();
        list.addClassName("gap-bars");
        numbers.shown().forEach((what, about) -> {
            var bar = new Span();
            bar.addClassName("gap-bar");
            bar.getElement().setAttribute("aria-hidden", "true");
            bar.getStyle().set("width", 100 * about / largest + "%");
            var track = new Div(bar);
            track.addClassName("gap-track");
            list.add(new ListItem(new Span(words.apply(what)), track, new Span(Terms.text("gap.others.about", about))));
        });
        return list;
    }
}
