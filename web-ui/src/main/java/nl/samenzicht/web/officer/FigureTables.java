package nl.samenzicht.web.officer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.Map;
import java.util.SortedMap;

/** Tables of figures side by side, each with what it counts above it. */
public class FigureTables extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * Shows them.
     *
     * @param tables by what is counted, each figure as it may be shown by its code
     */
    public FigureTables(FigureWords words, Map<String, ? extends SortedMap<String, ?>> tables) {
        addClassName("figure-tables");
        tables.forEach((table, figures) -> {
            var shown = new NativeTable();
            shown.setCaptionText(words.table(table));
            shown.addClassNames("log-table", "figure-table");
            shown.getElement().setAttribute("data-table", table);
            if (figures.isEmpty()) {
                var none = new NativeTableCell(words.text("figures.none"));
                none.addClassName("log-where");
                shown.getBody().add(new NativeTableRow(none));
            }
            figures.forEach((code, figure) -> {
                var name = new NativeTableHeaderCell(words.row(table, code));
                name.getElement().setAttribute("scope", "row");
                var number = new NativeTableCell(figure.toString());
                number.addClassName("figure-all");
                shown.getBody().add(new NativeTableRow(name, number));
            });
            add(shown);
        });
    }
}
