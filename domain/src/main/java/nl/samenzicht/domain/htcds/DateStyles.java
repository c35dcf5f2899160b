package nl.samenzicht.domain.htcds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which cell styles show a number as a date, and from which day the workbook counts; a spreadsheet's dates are numbers. */
final class DateStyles extends DefaultHandler {

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean inCellStyles;
    private boolean from1904;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "workbookPr" -> from1904 = isTrue(attributes.getValue("date1904"));
            case "numFmt" -> formats.put(number(attributes.getValue("numFmtId")), attributes.getValue("formatCode"));
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (inCellStyles) {
                    styles.add(number(attributes.getValue("numFmtId")));
                }
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (name.equals("cellXfs")) {
            inCellStyles = false;
        }
    }

    boolean isDate(String style) {
        int index = number(style);
        if (index >= styles.size()) {
            return false;
        }
        int format = styles.get(index);
        return DateUtil.isADateFormat(format, formats.getOrDefault(format, ""));
    }

    /** The day of a number that is shown as a date; empty for a time of day and for what is no date. */
    Optional<LocalDate> day(double number) {
        if (number < 1 || !DateUtil.isValidExcelDate(number)) {
            return Optional.empty();
        }
        return Optional.ofNullable(DateUtil.getLocalDateTime(number, from1904)).map(time -> time.toLocalDate());
    }

    private static boolean isTrue(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static int number(String value) {
        return value == null ? 0 : Integer.parseInt(value);
    }
}
