package nl.samenzicht.web.consent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.function.Function;
import nl.samenzicht.domain.consent.ConsentNotValid;
import nl.samenzicht.domain.consent.ConsentReceipt;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;

/** Gives the person the receipt of their answer, in their own language. */
class ReceiptDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

    private final transient Function<String, ConsentReceipt> receipts;
    private final Select<String> language = new Select<>();

    /**
     * Makes the dialog; it is not open yet.
     *
     * @param receipts makes the receipt in a language, and puts that on record
     */
    ReceiptDialog(Function<String, ConsentReceipt> receipts) {
        this.receipts = receipts;
        setHeaderTitle(Terms.text("receipt.title"));
        addClassName("act-dialog");
        setWidth("560px");
        language.setLabel(Terms.text("receipt.language"));
        language.setItems(ReceiptWords.languages());
        language.setItemLabelGenerator(each -> ReceiptWords.in(each).language());
        language.setValue(ReceiptWords.languages().get(0));
        language.setWidthFull();
        var file = new Anchor(this::send, Terms.text("receipt.download"));
        file.addClassNames("import-download", "receipt-file");
        file.getElement().setAttribute("router-ignore", true);
        file.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        var hint = new Paragraph(Terms.text("receipt.hint"));
        hint.addClassName("hint");
        add(new Paragraph(Terms.text("receipt.text")), language, file, hint);
        getFooter().add(new Button(Terms.text("receipt.close"), click -> close()));
    }

    private void send(DownloadEvent event) throws IOException {
        try {
            var receipt = receipts.apply(language.getValue());
            event.setFileName("samenzicht-" + receipt.number() + ".pdf");
            event.setContentType("application/pdf");
            ReceiptPdf.write(receipt, language.getValue(), event.getOutputStream());
        } catch (AccessDenied refusal) {
            event.getResponse().setStatus(FORBIDDEN);
        } catch (ConsentNotValid gone) {
            event.getResponse().setStatus(GONE);
        }
    }
}
