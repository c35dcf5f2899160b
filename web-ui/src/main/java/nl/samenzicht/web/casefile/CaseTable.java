package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import nl.samenzicht.domain.casefile.CaseRow;
import nl.samenzicht.domain.casefile.CaseStatus;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;

/** Cases as rows, each of which is one link; works with the arrows and Enter. Shows numbers and code names only. */
class CaseTable extends NativeTable {
    private static final long serialVersionUID = 1L;

    private final transient Purpose purpose;
    private final NativeTableBody body = new NativeTableBody();
    private int rows;

    CaseTable(Purpose purpose) {
        this.purpose = purpose;
        addClassName("case-table");
        getElement().setAttribute("data-arrows", true);
        var heads = new NativeTableRow();
        for (var column : List.of("name", "framework", "lead", "opened", "status")) {
            var head = new NativeTableHeaderCell(Terms.text("cases.column." + column));
            head.getElement().setAttribute("scope", "col");
            heads.add(head);
        }
        add(new NativeTableHeader(heads), body);
    }

    void append(List<CaseRow> cases) {
        cases.forEach(each -> body.add(row(each)));
        rows += cases.size();
    }

    int rows() {
        return rows;
    }

    private NativeTableRow row(CaseRow each) {
        var name = new Span(each.name().codeName());
        name.addClassName("case-name");
        var number = new Span(each.name().number());
        number.addClassName("case-number");
        var link = new Anchor(CaseFileNavigation.to(each.name().id(), purpose), name, number);
        link.addClassName("case-link");
        var lead = new NativeTableCell(new Span(each.lead().name()));
        if (each.weLead()) {
            lead.add(new Badge(Terms.text("cases.we-lead"), Badge.Tone.PLAIN));
        }
        return new NativeTableRow(
                labelled("name", new NativeTableCell(link)),
                labelled("framework", new NativeTableCell(Terms.of(each.framework()))),
                labelled("lead", lead),
                labelled("opened", new NativeTableCell(Terms.day(each.openedAt()))),
                labelled(
                        "status",
                        new NativeTableCell(new Badge(
                                Terms.of(each.status()),
                                each.status() == CaseStatus.OPEN ? Badge.Tone.GOOD : Badge.Tone.WARN))));
    }

    private static NativeTableCell labelled(String column, NativeTableCell cell) {
        cell.addClassName("cell-" + column);
        cell.getElement().setAttribute("data-label", Terms.text("cases.column." + column));
        return cell;
    }
}
