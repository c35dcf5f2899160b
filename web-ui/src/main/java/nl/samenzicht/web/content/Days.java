package nl.samenzicht.web.content;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.samenzicht.web.Terms;

/** Fields for days that read and write days as people here do, in the language of whoever looks. */
public final class Days {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /** Returns a field for a day; weeks begin on Monday, and {@code 1-3-2027} is the first of March. */
    public static DatePicker picker(String label) {
        var picker = new DatePicker(label);
        var locale = Terms.locale();
        picker.setLocale(locale);
        picker.setI18n(words(locale));
        picker.setMin(EARLIEST);
        picker.setMax(LATEST);
        return picker;
    }

    private static DatePickerI18n words(Locale locale) {
        var words = new DatePickerI18n();
        words.setDateFormats("d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-MM-dd");
        words.setMonthNames(Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList());
        words.setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale));
        words.setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale));
        words.setFirstDayOfWeek(1);
        words.setToday(Terms.text("field.day.today"));
        words.setCancel(Terms.text("form.cancel"));
        words.setBadInputErrorMessage(Terms.text("field.error.date"));
        words.setMinErrorMessage(Terms.text("field.error.date"));
        words.setMaxErrorMessage(Terms.text("field.error.date"));
        return words;
    }

    /** The picker wants Sunday first. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return Stream.concat(
                        Stream.of(DayOfWeek.SUNDAY),
                        Arrays.stream(DayOfWeek.values()).filter(day -> day != DayOfWeek.SUNDAY))
                .map(day -> day.getDisplayName(style, locale))
                .toList();
    }
}
