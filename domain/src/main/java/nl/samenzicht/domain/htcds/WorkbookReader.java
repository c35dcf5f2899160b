package nl.samenzicht.domain.htcds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads the one filled sheet of an Excel workbook, row by row, within limits.
 *
 * <p>The file is looked through before it is believed: its size, what it unpacks to, whether it carries macros. Nothing in
 * it is computed, no link is followed, and no document type is read.
 */
final class WorkbookReader {

    /** The greatest file, in bytes. */
    static final int MOST_BYTES = 10 * 1024 * 1024;
    /** The most rows with content, headings included. */
    static final int MOST_ROWS = 2_020;

    private static final long MOST_UNPACKED = 96L * 1024 * 1024;
    private static final long MOST_UNPACKED_STYLES = 16L * 1024 * 1024;
    private static final long SUSPECT_FROM = 4L * 1024 * 1024;
    private static final int MOST_RATIO = 100;
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_SHEETS = 50;

    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    static {
        ZipSecureFile.setMinInflateRatio(1.0 / MOST_RATIO);
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private WorkbookReader() {}

    /** Returns the sheet that is filled, or one without rows when none is. */
    static Sheet read(byte[] file) throws WorkbookRefused {
        if (file.length == 0) {
            throw new WorkbookRefused("file-empty");
        }
        if (file.length > MOST_BYTES) {
            throw new WorkbookRefused("file-too-big", MOST_BYTES / 1024 / 1024);
        }
        if (startsWith(file, OLE2)) {
            throw new WorkbookRefused(isLocked(file) ? "file-locked" : "file-old");
        }
        if (!startsWith(file, ZIP)) {
            throw new WorkbookRefused("file-other");
        }
        lookThrough(file);
        try (var workbook = OPCPackage.open(new ByteArrayInputStream(file))) {
            return filledSheet(workbook);
        } catch (IOException
                | SAXException
                | OpenXML4JException
                | ParserConfigurationException
                | RuntimeException damaged) {
            throw new WorkbookRefused("file-damaged");
        }
    }

    private static boolean startsWith(byte[] file, byte[] head) {
        for (int i = 0; i < head.length; i++) {
            if (file.length <= i || file[i] != head[i]) {
                return false;
            }
        }
        return true;
    }

    /** A workbook with a password lies in the old container too. */
    private static boolean isLocked(byte[] file) {
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            return container.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    /** Unpacks everything once and keeps nothing, so that a small file cannot fill the memory. */
    private static void lookThrough(byte[] file) throws WorkbookRefused {
        boolean workbook = false;
        boolean types = false;
        long unpacked = 0;
        int parts = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                var name = part.getName().toLowerCase(Locale.ROOT);
                long allowed = Math.min(
                        name.endsWith("styles.xml") ? MOST_UNPACKED_STYLES : MOST_UNPACKED, MOST_UNPACKED - unpacked);
                long size = name.equals("[content_types].xml") ? contentTypes(zip) : unpack(zip, allowed);
                unpacked += size;
                parts++;
                if (size < 0
                        || parts > MOST_PARTS
                        || (unpacked > SUSPECT_FROM && unpacked > (long) file.length * MOST_RATIO)) {
                    throw new WorkbookRefused("file-bomb");
                }
                if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
                    throw new WorkbookRefused("file-macros");
                }
                workbook |= name.equals("xl/workbook.xml");
                types |= name.equals("[content_types].xml");
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new WorkbookRefused("file-damaged");
        }
        if (parts == 0) {
            throw new WorkbookRefused("file-damaged");
        }
        if (!workbook || !types) {
            throw new WorkbookRefused("file-other");
        }
    }

    private static long contentTypes(InputStream in) throws IOException, WorkbookRefused {
        var text = in.readNBytes(1024 * 1024);
        if (new String(text, UTF_8).contains("macroEnabled")) {
            throw new WorkbookRefused("file-macros");
        }
        return in.read() < 0 ? text.length : -1;
    }

    /** Returns how many bytes there were, or a negative number when there are more than allowed. */
    private static long unpack(InputStream in, long allowed) throws IOException {
        var buffer = new byte[64 * 1024];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > allowed) {
                return -1;
            }
        }
        return size;
    }

    private static Sheet filledSheet(OPCPackage workbook)
            throws IOException, SAXException, OpenXML4JException, ParserConfigurationException, WorkbookRefused {
        var reader = new XSSFReader(workbook);
        var strings = new ReadOnlySharedStringsTable(workbook, false);
        var dates = new DateStyles();
        try (var in = reader.getWorkbookData()) {
            parse(in, dates);
        }
        try (var in = reader.getStylesData()) {
            if (in != null) {
                parse(in, dates);
            }
        }
        var filled = new ArrayList<Sheet>();
        var sheets = reader.getSheetsData();
        int seen = 0;
        while (sheets.hasNext()) {
            seen++;
            if (seen > MOST_SHEETS) {
                throw new WorkbookRefused("sheets-several");
            }
            var handler = new SheetHandler(strings, dates);
            try (var in = sheets.next()) {
                parse(in, handler);
            } catch (SheetHandler.TooManyRows tooMany) {
                throw new WorkbookRefused("rows-too-many", HtcdsImportService.MOST_CASES);
            }
            var rows = handler.rows();
            if (!rows.isEmpty()) {
                filled.add(new Sheet(rows));
            }
        }
        if (seen == 0) {
            throw new WorkbookRefused("sheet-missing");
        }
        if (filled.size() > 1) {
            throw new WorkbookRefused("sheets-several");
        }
        return filled.isEmpty() ? new Sheet(List.of()) : filled.get(0);
    }

    private static void parse(InputStream in, ContentHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        var parser = XMLHelper.newXMLReader();
        parser.setContentHandler(handler);
        parser.parse(new InputSource(in));
    }
}
