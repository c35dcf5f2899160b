package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import nl.samenzicht.domain.officer.WhoSees.Sighting;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Rule;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.PurposeName;

/** Who could see what, by category. */
class SightingTable extends NativeTable {
    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS = List.of("who", "what", "why", "until");

    SightingTable(List<Sighting> sightings) {
        addClassNames("log-table", "looks-table", "who-table");
        var head = getHead().addRow();
        for (var column : COLUMNS) {
            var cell = new NativeTableHeaderCell(Terms.text("who.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        DataCategory last = null;
        for (var sighting : sightings) {
            if (sighting.category() != last) {
                getBody().add(category(sighting.category()));
                last = sighting.category();
            }
            getBody().add(row(sighting));
        }
    }

    private static NativeTableRow category(DataCategory category) {
        var cell = new NativeTableHeaderCell(Terms.of(category));
        cell.getElement().setAttribute("scope", "rowgroup").setAttribute("colspan", Integer.toString(COLUMNS.size()));
        var row = new NativeTableRow(cell);
        row.addClassName("log-day");
        return row;
    }

    private static NativeTableRow row(Sighting sighting) {
        var row = new NativeTableRow(
                cell("who", who(sighting)),
                cell("what", what(sighting)),
                cell("why", why(sighting)),
                cell(
                        "until",
                        new Span(sighting.until().map(Terms::lastDay).orElseGet(() -> Terms.text("who.until.open")))));
        if (sighting.emergency()) {
            row.addClassName("log-emergency");
        }
        return row;
    }

    private static Component who(Sighting sighting) {
        var name = new Div(
                sighting.names().isEmpty()
                        ? Terms.text("who.people", sighting.people())
                        : String.join(", ", sighting.names()));
        name.addClassName("log-name");
        if (sighting.emergency()) {
            name.add(new Badge(Terms.text("log.emergency.badge"), Badge.Tone.DANGER));
        }
        var where =
                new Div(Terms.of(sighting.function()) + ", " + sighting.agency().name());
        where.addClassName("log-where");
        return new Div(name, where);
    }

    private static Component what(Sighting sighting) {
        var whose = new Div(Terms.text("who.owner", sighting.owner().name())
                + (sighting.shared() ? ", " + Terms.text("who.shared") : "")
                + (sighting.less() ? ", " + Terms.text("who.less") : ""));
        whose.addClassName("log-where");
        return new Div(new Div(Terms.text("who.items", sighting.items())), whose);
    }

    private static Component why(Sighting sighting) {
        var why = new Div();
        why.addClassName("who-why");
        sighting.reasons().forEach((purpose, rules) -> {
            var said = new Div();
            rules.forEach(rule -> said.add(rule(rule)));
            why.add(new PurposeName(purpose), said);
        });
        return why;
    }

    /** The rule in words; its name leads to the rulebook. */
    private static Component rule(Rule rule) {
        var name = new Anchor("rulebook", rule.id());
        name.addClassName("log-where");
        return new Div(new Span(Terms.of(rule) + " "), name);
    }

    private static NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", Terms.text("who.column." + column));
        return cell;
    }
}
