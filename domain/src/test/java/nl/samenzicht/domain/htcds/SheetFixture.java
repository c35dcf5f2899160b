package nl.samenzicht.domain.htcds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Makes workbooks as people fill them: a row of headings, and below it rows with values. Text, numbers, days and booleans
 * become cells of that kind; text that begins with {@code =} becomes a formula.
 */
final class SheetFixture {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet = workbook.createSheet("Sheet1");
    private final XSSFCellStyle day = workbook.createCellStyle();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private int next;

    private SheetFixture() {
        day.setDataFormat(workbook.getCreationHelper().createDataFormat().getFormat("dd/mm/yyyy"));
    }

    static SheetFixture withHeadings(String... headings) {
        var fixture = new SheetFixture();
        var row = fixture.sheet.createRow(fixture.next++);
        for (var heading : headings) {
            fixture.columns.putIfAbsent(heading, fixture.columns.size());
            if (!heading.isEmpty()) {
                row.createCell(row.getLastCellNum() < 0 ? 0 : row.getLastCellNum())
                        .setCellValue(heading);
            } else {
                row.createCell(row.getLastCellNum() < 0 ? 0 : row.getLastCellNum());
            }
        }
        return fixture;
    }

    /** Adds a row with the values in the order of the headings; null leaves a cell out. */
    SheetFixture row(Object... values) {
        var row = sheet.createRow(next++);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                set(row.createCell(i), values[i]);
            }
        }
        return this;
    }

    /** Adds an empty second sheet with one value. */
    SheetFixture otherSheet(String value) {
        workbook.createSheet("Sheet2").createRow(0).createCell(0).setCellValue(value);
        return this;
    }

    private void set(Cell cell, Object value) {
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean bool) {
            cell.setCellValue(bool);
        } else if (value.toString().startsWith("=")) {
            cell.setCellFormula(value.toString().substring(1));
        } else {
            cell.setCellValue(value.toString());
        }
    }

    /** The file; no two are the same, as no two that people save are. */
    byte[] bytes() {
        workbook.getProperties()
                .getCoreProperties()
                .setIdentifier(UUID.randomUUID().toString());
        try (var out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sheet with one row that has one value under one heading, and a name. */
    static byte[] oneCell(String heading, Object value) {
        return withHeadings("First Name", "Second Name", heading)
                .row("Mila", "Jansen", value)
                .bytes();
    }

    static List<String> codes(ImportCheck check) {
        return check.problems().stream().map(ImportProblem::code).toList();
    }
}
