package nl.samenzicht.web.rights;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import nl.samenzicht.domain.rights.CopyPreview;
import nl.samenzicht.domain.rights.CopyService;
import nl.samenzicht.domain.rights.DataCopy;
import nl.samenzicht.domain.rights.DataCopyJson;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.Words;
import nl.samenzicht.web.paper.FileLink;
import nl.samenzicht.web.paper.FileLink.Made;

/** Takes out a copy of the person's data, and shows before it how much of what goes in, never what it says. */
class CopyPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient CopyService copies;
    private final String number;
    private final Select<Locale> language = new Select<>();

    CopyPanel(CopyService copies, String number, CopyPreview preview) {
        this.copies = copies;
        this.number = number;
        addClassNames("panel", "alert", "statement", "copy");
        add(new H2(Terms.text("copy.title")));
        if (preview.refusal().isPresent()) {
            var why = new Paragraph(Terms.text(preview.refusal().get()));
            why.addClassName("copy-refused");
            add(why);
            return;
        }
        add(new Paragraph(Terms.text("copy.text")));
        showWhatGoesIn(preview);
        preview.withheld()
                .forEach(each -> add(RightsPages.detail(Terms.text(
                        "copy.withheld",
                        Terms.of(each.category()),
                        Terms.of(each.ground()),
                        each.ground().article()))));
        if (preview.outOfUse() > 0) {
            add(RightsPages.detail(Terms.text("copy.out-of-use", preview.outOfUse())));
        }
        language.setLabel(Terms.text("copy.language.label"));
        language.setItems(Words.DUTCH, Words.ENGLISH);
        language.setItemLabelGenerator(each -> Terms.text("statement.language." + each.getLanguage()));
        language.setValue("en".equals(Terms.locale().getLanguage()) ? Words.ENGLISH : Words.DUTCH);
        var downloads = new Div(
                download(
                        "copy.pdf.label",
                        "pdf",
                        "application/pdf",
                        (copy, out) -> CopyPdf.write(copy, out, language.getValue())),
                download("copy.json.label", "json", "application/json", DataCopyJson::write));
        downloads.addClassName("row-actions");
        add(language, downloads);
    }

    private void showWhatGoesIn(CopyPreview preview) {
        if (preview.items() == 0) {
            var nothing = new Paragraph(Terms.text("copy.nothing"));
            nothing.addClassName("copy-empty");
            add(nothing);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("copy-counts");
        preview.counts()
                .forEach((category, count) ->
                        list.add(new ListItem(Terms.text("copy.count", Terms.of(category), count))));
        add(list);
    }

    private interface Format {
        void write(DataCopy copy, OutputStream out) throws IOException;
    }

    /** The copy is made anew, admitted and put on record each time that it is fetched; nothing of it stays. */
    private Anchor download(String label, String ending, String type, Format format) {
        return FileLink.to(Terms.text(label), "copy-" + ending, () -> {
            var copy = copies.of(number);
            return new Made("samenzicht-" + number + "-data." + ending, type, out -> format.write(copy, out));
        });
    }
}
