package nl.samenzicht.web.paper;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * One document in our hand: A4, one face that has the letters of Europe's languages, calm lines. What was added to it leaves
 * the memory with each page.
 */
public final class Paper implements AutoCloseable {
    private static final String FACE = "font-fallback/LiberationSans-Regular.ttf";
    private static final Color LINE = new Color(0xC9, 0xCF, 0xD6);
    private static final Color SOFT = new Color(0x4A, 0x55, 0x60);
    private static final float MARGIN = 50;
    private static final float FOOT = 20;
    private static final float LEADING = 1.4f;
    private static final float TITLE = 20;
    private static final float HEADING = 13;
    private static final float BODY = 10.5f;
    private static final float CELL = 8.5f;
    private static final float SMALL = 7.5f;

    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + FOOT);
    private final BaseFont face = BaseFont.createFont(FACE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);

    /**
     * Begins a document; the stream is not closed with it.
     *
     * @param language in which it is written, for who has it read aloud
     * @param foot what stands below a page, by its number
     * @throws IOException when it cannot be written
     */
    public Paper(OutputStream out, Locale language, String title, IntFunction<String> foot) throws IOException {
        var writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new PdfPageEventHelper() {
            @Override
            public void onEndPage(PdfWriter page, Document any) {
                ColumnText.showTextAligned(
                        page.getDirectContent(),
                        Element.ALIGN_LEFT,
                        new Phrase(foot.apply(page.getPageNumber()), font(CELL, SOFT)),
                        document.left(),
                        document.bottom() - FOOT,
                        0);
            }
        });
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language.toLanguageTag(), PdfString.TEXT_UNICODE));
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        document.addTitle(title);
        document.addCreator("Samenzicht");
        document.open();
    }

    /** Adds the title of the document, or of a part that stands by itself. */
    public void title(String words) {
        document.add(paragraph(words, TITLE, true, Color.BLACK, 6));
    }

    /** Adds a line below the title. */
    public void subtitle(String words) {
        document.add(paragraph(words, 12, false, SOFT, 14));
    }

    public void heading(String words) {
        document.add(paragraph(words, HEADING, true, Color.BLACK, 4));
    }

    /** Adds a paragraph. */
    public void say(String words) {
        document.add(paragraph(words, BODY, false, Color.BLACK, 6));
    }

    /** Adds what is there to be copied or compared rather than read. */
    public void small(String words) {
        document.add(paragraph(words, SMALL, false, SOFT, 6));
    }

    /** Goes on at the top of a new page. */
    public void nextPage() {
        document.newPage();
    }

    /**
     * A table that can grow longer than the memory; {@link #flush} what it has from time to time, and {@link #end} it.
     *
     * @param widths of its columns, relative to each other
     */
    public PdfPTable table(float... widths) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(12);
        table.setSplitRows(false);
        table.setComplete(false);
        return table;
    }

    public void flush(PdfPTable table) {
        document.add(table);
    }

    public void end(PdfPTable table) {
        table.setComplete(true);
        document.add(table);
    }

    /** A cell of a table; a head is softer than what it is about. */
    public PdfPCell cell(String words, boolean head) {
        var cell = new PdfPCell(new Phrase(new Chunk(words, font(CELL, head ? SOFT : Color.BLACK))));
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPaddingBottom(5);
        cell.setPaddingTop(4);
        cell.setLeading(0, 1.3f);
        return cell;
    }

    private Paragraph paragraph(String words, float size, boolean strong, Color colour, float after) {
        var chunk = new Chunk(words, font(size, colour));
        if (strong) {
            chunk.setTextRenderMode(2, size / 40, colour);
        }
        var paragraph = new Paragraph(chunk);
        paragraph.setLeading(size * LEADING);
        paragraph.setSpacingAfter(after);
        if (strong) {
            paragraph.setSpacingBefore(after * 2);
        }
        return paragraph;
    }

    private Font font(float size, Color colour) {
        return new Font(face, size, Font.NORMAL, colour);
    }

    /** Ends the document; without this it is not whole. */
    @Override
    public void close() {
        document.close();
    }
}
