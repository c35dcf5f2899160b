package nl.samenzicht.web.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;

/** Two versions of an item side by side, field by field; what differs is marked, in words as well. */
public class VersionCompare extends NativeTable {
    private static final long serialVersionUID = 1L;

    /**
     * Shows two versions.
     *
     * @param left the name of the left version
     * @param right the name of the right version
     */
    public VersionCompare(DataCategory category, String left, ItemContent before, String right, ItemContent after) {
        this(category, left, before, right, after, VersionCompare::changed);
    }

    /**
     * Shows two contents of which neither came first.
     *
     * @param differs the words for a field in which they differ
     */
    public VersionCompare(
            DataCategory category, String left, ItemContent one, String right, ItemContent other, String differs) {
        this(category, left, one, right, other, (old, now) -> differs);
    }

    private VersionCompare(
            DataCategory category,
            String left,
            ItemContent before,
            String right,
            ItemContent after,
            BinaryOperator<String> mark) {
        addClassName("versions");
        var heads = new NativeTableRow();
        for (var head : List.of(Terms.text("item.versions.field"), left, right)) {
            var cell = new NativeTableHeaderCell(head);
            cell.getElement().setAttribute("scope", "col");
            heads.add(cell);
        }
        var body = new NativeTableBody();
        keys(category, before, after).forEach(key -> body.add(row(category, key, before, after, mark)));
        add(new NativeTableHeader(heads), body);
    }

    /** The fields of either version, in the order of the catalogue. */
    static Set<String> keys(DataCategory category, ItemContent one, ItemContent other) {
        Map<String, String> all = new LinkedHashMap<>(one.values());
        other.values().forEach(all::putIfAbsent);
        return new LinkedHashSet<>(ContentView.inOrder(category, all).keySet());
    }

    private static NativeTableRow row(
            DataCategory category, String key, ItemContent before, ItemContent after, BinaryOperator<String> words) {
        var old = before.values().getOrDefault(key, "");
        var now = after.values().getOrDefault(key, "");
        var name = new NativeTableHeaderCell(FieldWords.knows(category, key) ? FieldWords.label(category, key) : key);
        name.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(
                name, new NativeTableCell(words(category, key, old)), new NativeTableCell(words(category, key, now)));
        if (!FieldWords.same(category, key, old, now)) {
            row.addClassName("version-changed");
            var mark = new Badge(words.apply(old, now), Badge.Tone.WARN);
            name.add(mark);
        }
        return row;
    }

    private static String changed(String old, String now) {
        return Terms.text(
                old.isEmpty()
                        ? "item.versions.added"
                        : now.isEmpty() ? "item.versions.removed" : "item.versions.changed");
    }

    /** A value in a cell; a dash where there is none. */
    static Component words(DataCategory category, String key, String stored) {
        if (stored.isEmpty()) {
            var none = new Span("–");
            none.getElement().setAttribute("aria-label", Terms.text("item.versions.none"));
            return none;
        }
        var words = new Paragraph(FieldWords.value(category, key, stored));
        words.addClassName("content-words");
        return words;
    }
}
