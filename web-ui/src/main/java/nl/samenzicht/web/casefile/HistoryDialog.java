package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.ContentView;
import nl.samenzicht.web.content.VersionCompare;

/** All versions of one item, two at a time side by side, with who recorded each and what changed. */
class HistoryDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final DataCategory category;
    private final Div compared = new Div();

    HistoryDialog(DataCategory category, List<ItemView> versions) {
        this.category = category;
        setHeaderTitle(Terms.text("item.history.title"));
        setWidth("880px");
        addClassName("history");
        compared.addClassName("history-compared");
        if (versions.size() == 1) {
            var only = versions.get(0);
            add(new Paragraph(Terms.text("item.history.only")), new Paragraph(name(only)));
            add(new ContentView(category, only.kind(), only.content()));
        } else {
            var before = chooser("item.history.before", versions, versions.get(versions.size() - 2));
            var after = chooser("item.history.after", versions, versions.get(versions.size() - 1));
            before.addValueChangeListener(change -> show(before.getValue(), after.getValue()));
            after.addValueChangeListener(change -> show(before.getValue(), after.getValue()));
            var choosers = new Div(before, after);
            choosers.addClassName("history-choosers");
            add(choosers, compared);
            show(before.getValue(), after.getValue());
        }
        getFooter().add(new Button(Terms.text("form.close"), click -> close()));
    }

    private static Select<ItemView> chooser(String label, List<ItemView> versions, ItemView chosen) {
        var select = new Select<ItemView>();
        select.setLabel(Terms.text(label));
        select.setItems(versions);
        select.setItemLabelGenerator(HistoryDialog::name);
        select.setValue(chosen);
        return select;
    }

    private static String name(ItemView version) {
        return Terms.text(
                "item.history.version",
                version.version(),
                version.recordedBy().orElse(version.owner().name()),
                Terms.moment(version.recordedAt()));
    }

    private void show(ItemView before, ItemView after) {
        compared.removeAll();
        compared.add(new VersionCompare(
                category,
                Terms.text("item.version", before.version()),
                before.content(),
                Terms.text("item.version", after.version()),
                after.content()));
    }
}
