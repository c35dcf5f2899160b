package nl.samenzicht.domain.htcds;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One cell with something in it.
 *
 * @param text the value as text; a number without exponent, a date as ISO 8601, a boolean as {@code TRUE} or {@code FALSE}
 * @param day the day of a date cell
 */
record SheetCell(Kind kind, String text, Optional<LocalDate> day) {

    enum Kind {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        FORMULA,
        /** An error of the spreadsheet, such as {@code #N/A}. */
        ERROR
    }

    static SheetCell of(Kind kind, String text) {
        return new SheetCell(kind, text, Optional.empty());
    }

    static SheetCell of(LocalDate day) {
        return new SheetCell(Kind.DATE, day.toString(), Optional.of(day));
    }

    boolean isWholeNumber() {
        return (kind == Kind.NUMBER || kind == Kind.TEXT) && text.matches("\\d{1,9}");
    }

    /** Says what kind it is, never what is in it. */
    @Override
    public String toString() {
        return "SheetCell[%s]".formatted(kind);
    }
}
