package nl.samenzicht.domain.htcds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes rows as a workbook in memory: the standard's headings, and text only, so that nothing in it is computed. */
final class WorkbookWriter {
    private WorkbookWriter() {}

    static byte[] write(List<Map<StandardColumn, String>> rows) {
        var columns = StandardRow.columns();
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("HTCDS 2.0");
            var head = sheet.createRow(0);
            for (int at = 0; at < columns.size(); at++) {
                head.createCell(at).setCellValue(columns.get(at).label());
            }
            int next = 1;
            for (var cells : rows) {
                var row = sheet.createRow(next++);
                int at = 0;
                for (var column : columns) {
                    var text = cells.get(column);
                    if (text != null) {
                        row.createCell(at).setCellValue(text);
                    }
                    at++;
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The workbook cannot be written", e);
        }
    }
}
