package nl.samenzicht.web.rights;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.rights.StatementFormat;
import nl.samenzicht.domain.rights.StatementHead;
import nl.samenzicht.domain.rights.StatementLine;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.Words;

/** A statement for the person: plain words on paper, page after page as the lines are read. */
final class StatementPdf implements StatementFormat {
    private static final String FONT = "font-fallback/LiberationSans-Regular.ttf";
    private static final Color LINE = new Color(0xC9, 0xCF, 0xD6);
    private static final Color SOFT = new Color(0x4A, 0x55, 0x60);
    private static final float MARGIN = 50;
    private static final float[] WIDTHS = {17, 28, 20, 22, 13};

    /** After so many lines what is written leaves the memory. */
    private static final int BATCH = 50;

    private final OutputStream out;
    private final Locale locale;
    private final Words words = new Words();
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 20);
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;
    private BaseFont face;
    private PdfPTable table;
    private StatementHead head;
    private String checkpoint = "";
    private List<NoteKey> keys = List.of();
    private int waiting;

    /** Writes to this, in this language; the stream is not closed. */
    StatementPdf(OutputStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
        this.moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(Terms.AMSTERDAM);
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    @Override
    public void begin(StatementHead of, String signed, List<NoteKey> logKeys) throws IOException {
        head = of;
        checkpoint = signed;
        keys = logKeys;
        face = BaseFont.createFont(FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        var writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new Foot());
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.toLanguageTag(), PdfString.TEXT_UNICODE));
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, com.lowagie.text.pdf.PdfBoolean.PDFTRUE);
        document.addTitle(text("statement.paper.title") + " " + of.number());
        document.addCreator("Samenzicht");
        document.open();
        document.add(paragraph(text("statement.paper.title"), 20, true, Color.BLACK, 6));
        document.add(paragraph(of.agency(), 12, false, SOFT, 14));
        document.add(said("statement.paper.intro", of.number(), day(of.receivedOn()), moment.format(of.made())));
        document.add(said("statement.paper.about", categories(of.categories()), period(of)));
        if (!of.withheld().isEmpty()) {
            document.add(said(
                    "statement.paper.withheld",
                    categories(of.withheld()),
                    of.ground().map(ground -> text("withholding-ground." + ground) + " (" + ground.article() + ")")
                            .orElse("")));
        }
        document.add(said(of.staff() ? "statement.paper.staff" : "statement.paper.no-staff"));
        document.add(said("statement.paper.own"));
        table = table();
    }

    private String period(StatementHead of) {
        if (of.from().isEmpty() && of.until().isEmpty()) {
            return text("statement.paper.always");
        }
        return text(
                "statement.paper.period",
                of.from().map(this::day).orElse("…"),
                of.until().map(this::day).orElse(moment.format(of.made())));
    }

    private PdfPTable table() {
        var made = new PdfPTable(WIDTHS);
        made.setWidthPercentage(100);
        made.setSpacingBefore(12);
        made.setHeaderRows(1);
        made.setComplete(false);
        made.setSplitRows(false);
        for (var column : List.of("when", "who", "what", "why", "line")) {
            made.addCell(cell(text("statement.column." + column), true));
        }
        return made;
    }

    @Override
    public void line(StatementLine line) throws IOException {
        table.addCell(cell(moment.format(line.at()), false));
        table.addCell(cell(
                Stream.of(
                                line.receivers().stream().map(AgencyCard::name),
                                line.function().map(code -> coded("function", code)).stream(),
                                line.staff().stream())
                        .flatMap(each -> each)
                        .collect(Collectors.joining("\n")),
                false));
        table.addCell(cell(
                Stream.of(
                                line.category().map(code -> coded("category", code)).stream(),
                                Stream.of(text("statement.manner." + line.manner())),
                                line.emergency() ? Stream.of(text("statement.emergency")) : Stream.<String>of())
                        .flatMap(each -> each)
                        .collect(Collectors.joining("\n")),
                false));
        table.addCell(cell(
                Stream.concat(
                                line.purpose().map(code -> coded("purpose", code)).stream(),
                                line.ground().map(code -> coded("ground", code)).stream())
                        .collect(Collectors.joining("\n")),
                false));
        table.addCell(cell(
                line.code().value()
                        + line.proof()
                                .map(proof -> "\n" + text("statement.paper.place", proof.index() + 1))
                                .orElse(""),
                false));
        if (++waiting == BATCH) {
            document.add(table);
            waiting = 0;
        }
    }

    @Override
    public void end(long lines) throws IOException {
        if (lines == 0) {
            document.add(said("statement.paper.none"));
        } else {
            table.setComplete(true);
            document.add(table);
            document.add(said("statement.paper.count", lines));
        }
        document.add(paragraph(text("statement.paper.proof.title"), 13, true, Color.BLACK, 4));
        document.add(said("statement.paper.proof"));
        document.add(small(checkpoint.strip()));
        document.add(said("statement.paper.keys"));
        document.add(small(keys.stream().map(NoteKey::written).collect(Collectors.joining("\n"))));
        document.add(paragraph(text("statement.paper.rights.title"), 13, true, Color.BLACK, 4));
        document.add(said("statement.paper.rights", head.agency()));
        document.close();
        out.flush();
    }

    private Paragraph said(String key, Object... arguments) {
        return paragraph(text(key, arguments), 10.5f, false, Color.BLACK, 6);
    }

    private Paragraph small(String text) {
        return paragraph(text, 7.5f, false, SOFT, 6);
    }

    private Paragraph paragraph(String text, float size, boolean strong, Color colour, float after) {
        var chunk = new Chunk(text, font(size, colour));
        if (strong) {
            chunk.setTextRenderMode(2, size / 40, colour);
        }
        var paragraph = new Paragraph(chunk);
        paragraph.setLeading(size * 1.4f);
        paragraph.setSpacingAfter(after);
        if (strong) {
            paragraph.setSpacingBefore(after * 2);
        }
        return paragraph;
    }

    private Font font(float size, Color colour) {
        return new Font(face, size, Font.NORMAL, colour);
    }

    private PdfPCell cell(String text, boolean headed) {
        var cell = new PdfPCell(new Phrase(new Chunk(text, font(8.5f, headed ? SOFT : Color.BLACK))));
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPaddingBottom(5);
        cell.setPaddingTop(4);
        cell.setLeading(0, 1.3f);
        return cell;
    }

    private String categories(Collection<DataCategory> categories) {
        return categories.stream().sorted().map(each -> text("category." + each)).collect(Collectors.joining(", "));
    }

    private String coded(String kind, String code) {
        var key = kind + "." + code;
        return Words.bundle(locale).containsKey(key) ? text(key) : code;
    }

    private String day(LocalDate date) {
        return day.format(date);
    }

    private String text(String key, Object... arguments) {
        return words.getTranslation(key, locale, arguments);
    }

    /** The foot of each page: which statement, and which page. */
    private final class Foot extends PdfPageEventHelper {
        @Override
        public void onEndPage(PdfWriter writer, Document page) throws DocumentException {
            ColumnText.showTextAligned(
                    writer.getDirectContent(),
                    Element.ALIGN_LEFT,
                    new Phrase(
                            text("statement.paper.foot", head.number(), head.agency(), writer.getPageNumber()),
                            font(8, SOFT)),
                    page.left(),
                    page.bottom() - 20,
                    0);
        }
    }
}
