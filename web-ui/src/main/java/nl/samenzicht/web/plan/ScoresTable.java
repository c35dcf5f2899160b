package nl.samenzicht.web.plan;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.plan.LifeDomain;
import nl.samenzicht.domain.plan.PlanView.ScoreView;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.web.Terms;

/** The scores that one agency gave: the last measurement beside the one before it. There is no total. */
public class ScoresTable extends Section {
    private static final long serialVersionUID = 1L;

    private final transient List<ScoreView> scores;
    private final Div shown = new Div();

    /** Shows these scores of one agency; the latest first, others to choose. */
    public ScoresTable(AgencyCard owner, List<ScoreView> scores) {
        this.scores = scores.stream()
                .sorted(Comparator.comparing(ScoreView::on).reversed())
                .toList();
        addClassName("plan-scores");
        add(new H3(Terms.text("plan.scores.title", owner.name())));
        if (this.scores.size() > 2) {
            add(chooser());
        }
        add(shown);
        show(0);
    }

    private Select<ScoreView> chooser() {
        var chooser = new Select<ScoreView>();
        chooser.setLabel(Terms.text("plan.scores.which"));
        chooser.setItems(scores.subList(0, scores.size() - 1));
        chooser.setItemLabelGenerator(score -> Terms.day(score.on()));
        chooser.setValue(scores.get(0));
        chooser.addValueChangeListener(change -> show(scores.indexOf(change.getValue())));
        return chooser;
    }

    private void show(int index) {
        shown.removeAll();
        var now = scores.get(index);
        var before = Optional.of(index + 1).filter(next -> next < scores.size()).map(scores::get);
        var table = new NativeTable();
        table.addClassName("scores-table");
        var head = table.getHead().addRow();
        head.add(header("plan.scores.domain"));
        before.ifPresent(score -> head.add(headed(Terms.day(score.on()))));
        head.add(headed(Terms.day(now.on())));
        before.ifPresent(score -> head.add(header("plan.scores.change")));
        Arrays.stream(LifeDomain.values())
                .filter(LifeDomain::scored)
                .forEach(domain -> table.getBody().add(row(domain, before, now)));
        shown.add(table);
        if (!now.note().isBlank()) {
            var note = new Paragraph(now.note());
            note.addClassName("scores-note");
            shown.add(note);
        }
    }

    private static NativeTableHeaderCell header(String key) {
        return headed(Terms.text(key));
    }

    private static NativeTableHeaderCell headed(String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static NativeTableRow row(LifeDomain domain, Optional<ScoreView> before, ScoreView now) {
        var name = new NativeTableHeaderCell(Terms.of(domain));
        name.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow();
        row.add(name);
        var earlier = before.flatMap(score -> Optional.ofNullable(score.scores().get(domain)));
        var latest = Optional.ofNullable(now.scores().get(domain));
        before.ifPresent(score -> row.add(cell(earlier)));
        row.add(cell(latest));
        before.ifPresent(score -> row.add(new NativeTableCell(ScoreWords.change(earlier, latest))));
        return row;
    }

    private static NativeTableCell cell(Optional<Integer> score) {
        var cell = new NativeTableCell(ScoreWords.value(score));
        if (score.isEmpty()) {
            cell.addClassName("not-scored");
        }
        return cell;
    }
}
