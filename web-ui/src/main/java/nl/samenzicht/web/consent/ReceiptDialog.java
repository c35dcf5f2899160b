package nl.samenzicht.web.consent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.function.Function;
import nl.samenzicht.domain.consent.ConsentReceipt;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.paper.FileLink;
import nl.samenzicht.web.paper.FileLink.Made;

/** Gives the person the receipt of their answer, in their own language. */
class ReceiptDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final Select<String> language = new Select<>();

    /**
     * Makes the dialog; it is not open yet.
     *
     * @param receipts makes the receipt in a language, and puts that on record
     */
    ReceiptDialog(Function<String, ConsentReceipt> receipts) {
        setHeaderTitle(Terms.text("receipt.title"));
        addClassName("act-dialog");
        setWidth("560px");
        language.setLabel(Terms.text("receipt.language"));
        language.setItems(ReceiptWords.languages());
        language.setItemLabelGenerator(each -> ReceiptWords.in(each).language());
        language.setValue(ReceiptWords.languages().get(0));
        language.setWidthFull();
        var file = FileLink.to(Terms.text("receipt.download"), "receipt-file", () -> made(receipts));
        var hint = new Paragraph(Terms.text("receipt.hint"));
        hint.addClassName("hint");
        add(new Paragraph(Terms.text("receipt.text")), language, file, hint);
        getFooter().add(new Button(Terms.text("receipt.close"), click -> close()));
    }

    private Made made(Function<String, ConsentReceipt> receipts) {
        var chosen = language.getValue();
        var receipt = receipts.apply(chosen);
        return new Made(
                "samenzicht-" + receipt.number() + ".pdf",
                "application/pdf",
                out -> ReceiptPdf.write(receipt, chosen, out));
    }
}
