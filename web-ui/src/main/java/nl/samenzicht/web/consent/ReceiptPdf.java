package nl.samenzicht.web.consent;

import com.lowagie.text.pdf.PdfPTable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import nl.samenzicht.domain.consent.ConsentReceipt;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.paper.Paper;

/** The receipt of an answer on paper: in the person's language, and behind it in Dutch, which is the one that binds. */
final class ReceiptPdf {
    private static final String BINDING = "nl";
    private static final float[] WIDTHS = {35, 65};

    private ReceiptPdf() {}

    /**
     * Writes it.
     *
     * @param language one of {@link ReceiptWords#languages()}
     * @throws IOException when the reader is gone
     */
    static void write(ConsentReceipt receipt, String language, OutputStream out) throws IOException {
        var words = ReceiptWords.in(language);
        try (var paper =
                new Paper(out, words.locale(), words.of("title") + " " + receipt.number(), page -> receipt.number())) {
            page(paper, receipt, words);
            if (!language.equals(BINDING)) {
                paper.nextPage();
                page(paper, receipt, ReceiptWords.in(BINDING));
            }
        }
        out.flush();
    }

    private static void page(Paper paper, ConsentReceipt receipt, ReceiptWords words) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale());
        paper.title(words.of("title"));
        paper.subtitle(words.of("number") + " " + receipt.number());
        paper.say(words.of("noname"));
        var table = paper.table(WIDTHS);
        var facts = new Facts(paper, table, words);
        facts.add("answer", words.of("answer." + receipt.state()));
        facts.add("recipient", receipt.recipient());
        facts.add("category", words.of("category." + receipt.category()));
        facts.add("purpose", words.of("purpose." + receipt.purpose()));
        facts.add("until", day.format(Terms.lastDate(receipt.until())));
        facts.add("given", day.format(LocalDate.ofInstant(receipt.recordedAt(), Terms.AMSTERDAM)));
        receipt.withdrawnAt()
                .ifPresent(at -> facts.add("withdrawn", day.format(LocalDate.ofInstant(at, Terms.AMSTERDAM))));
        facts.add("giver", words.of("giver." + receipt.givenBy()));
        facts.add("recorder", receipt.recorder());
        paper.end(table);
        paper.heading(words.of("withdraw.title"));
        paper.say(words.of("withdraw"));
        paper.heading(words.of("rights.title"));
        paper.say(words.of("rights"));
    }

    private record Facts(Paper paper, PdfPTable table, ReceiptWords words) {
        void add(String key, String value) {
            table.addCell(paper.cell(words.of(key), true));
            table.addCell(paper.cell(value, false));
        }
    }
}
