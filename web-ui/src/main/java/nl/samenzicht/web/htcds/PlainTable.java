package nl.samenzicht.web.htcds;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table of words that becomes a list of cards on a phone; each cell knows its heading. */
class PlainTable extends NativeTable {
    private static final long serialVersionUID = 1L;

    private final List<String> headings;
    private final NativeTableBody body = new NativeTableBody();

    PlainTable(String caption, List<String> headings) {
        this.headings = List.copyOf(headings);
        addClassName("import-table");
        var words = new NativeTableCaption();
        words.getElement().setText(caption);
        words.addClassName("visually-hidden");
        var heads = new NativeTableRow();
        for (var heading : headings) {
            var cell = new NativeTableHeaderCell(heading);
            cell.getElement().setAttribute("scope", "col");
            heads.add(cell);
        }
        add(words, new NativeTableHeader(heads), body);
    }

    PlainTable row(List<String> cells) {
        var row = new NativeTableRow();
        for (int i = 0; i < cells.size(); i++) {
            var cell = new NativeTableCell(cells.get(i));
            cell.getElement().setAttribute("data-label", headings.get(i));
            if (cells.get(i).isEmpty()) {
                cell.addClassName("cell-empty");
            }
            row.add(cell);
        }
        body.add(row);
        return this;
    }
}
