package nl.samenzicht.domain.htcds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nl.samenzicht.domain.htcds.SheetCell.Kind;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class WorkbookReaderTest {

    private static final byte[] SHEET = SheetFixture.withHeadings("First Name", "Birthdate")
            .row("Mila", LocalDate.of(2004, 5, 17))
            .bytes();

    private static String refusal(byte[] file) {
        var refused = catchThrowableOfType(WorkbookRefused.class, () -> WorkbookReader.read(file));
        then(refused).isNotNull();
        return refused.problem().code();
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] with(String part, String content) throws IOException {
        var parts = parts(SHEET);
        parts.put(part, content.getBytes(UTF_8));
        return zipped(parts);
    }

    private static byte[] replaced(String part, String from, String to) throws IOException {
        var parts = parts(SHEET);
        var before = new String(parts.get(part), UTF_8);
        then(before).contains(from);
        parts.put(part, before.replace(from, to).getBytes(UTF_8));
        return zipped(parts);
    }

    @Test
    void text_and_days_come_out_as_such() throws Exception {
        // when
        var row = WorkbookReader.read(SHEET).rows().get(1);
        // then
        then(row.number()).isEqualTo(2);
        then(row.cells().get(0)).isEqualTo(SheetCell.of(Kind.TEXT, "Mila"));
        then(row.cells().get(1)).isEqualTo(SheetCell.of(LocalDate.of(2004, 5, 17)));
    }

    @Test
    void a_workbook_that_counts_from_1904_gives_the_same_days() throws Exception {
        // given: Excel for Mac counts days from 1904, so the same number is a day four years and a day later
        var file = replaced("xl/workbook.xml", "date1904=\"false\"", "date1904=\"true\"");
        // when
        var row = WorkbookReader.read(file).rows().get(1);
        // then
        then(row.cells().get(1).day()).contains(LocalDate.of(2004, 5, 17).plusDays(1462));
    }

    @Test
    void files_that_are_no_workbook_say_what_they_are() throws IOException {
        then(refusal(new byte[0])).isEqualTo("file-empty");
        then(refusal("name;birthdate".getBytes(UTF_8))).isEqualTo("file-other");
        then(refusal(zipped(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8)))))
                .isEqualTo("file-other");
        then(refusal(new byte[WorkbookReader.MOST_BYTES + 1])).isEqualTo("file-too-big");
    }

    @Test
    void an_old_workbook_is_told_from_one_with_a_password() throws Exception {
        // given
        var old = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet();
            workbook.write(old);
        }
        var locked = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("password");
            try (var out = encryptor.getDataStream(container)) {
                out.write(SHEET);
            }
            container.writeFilesystem(locked);
        }
        // then
        then(refusal(old.toByteArray())).isEqualTo("file-old");
        then(refusal(locked.toByteArray())).isEqualTo("file-locked");
    }

    @Test
    void a_workbook_with_macros_is_refused() throws IOException {
        then(refusal(with("xl/vbaProject.bin", "Attribute VB_Name"))).isEqualTo("file-macros");
        then(refusal(replaced("[Content_Types].xml", "spreadsheetml.sheet.main+xml", "sheet.macroEnabled.main+xml")))
                .isEqualTo("file-macros");
    }

    @Test
    void half_a_file_is_damaged() throws IOException {
        then(refusal(Arrays.copyOf(SHEET, SHEET.length / 2))).isEqualTo("file-damaged");
        then(refusal(replaced("xl/worksheets/sheet1.xml", "</sheetData>", "</sheetDat>")))
                .isEqualTo("file-damaged");
        then(refusal(replaced("xl/worksheets/sheet1.xml", "<v>0</v>", "<v>99999</v>")))
                .isEqualTo("file-damaged");
    }

    @Test
    void a_small_file_that_unpacks_to_a_big_one_is_refused() throws IOException {
        then(refusal(with("xl/worksheets/sheet9.xml", " ".repeat(40 * 1024 * 1024))))
                .isEqualTo("file-bomb");
        then(refusal(with("xl/media/image.png", "0".repeat(120 * 1024 * 1024)))).isEqualTo("file-bomb");
    }

    @Test
    void a_count_that_promises_too_much_costs_no_memory() throws Exception {
        // given
        var file = replaced("xl/sharedStrings.xml", "uniqueCount=\"3\"", "uniqueCount=\"2147483647\"");
        // then
        then(WorkbookReader.read(file).rows()).hasSize(2);
    }

    @Test
    void document_types_are_not_read() throws IOException {
        // given
        var file = replaced(
                "xl/worksheets/sheet1.xml",
                "<worksheet ",
                "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet ");
        // then
        then(refusal(file)).isEqualTo("file-damaged");
    }

    @Test
    void columns_are_lettered_as_in_a_spreadsheet() {
        var expected = new HashMap<>(Map.of(0, "A", 25, "Z", 26, "AA", 51, "AZ", 52, "BA", 701, "ZZ", 702, "AAA"));
        expected.forEach((index, letters) -> then(Sheet.letters(index)).isEqualTo(letters));
    }
}
