package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.format.DateTimeFormatter;
import nl.samenzicht.domain.clock.CaseClock;
import nl.samenzicht.domain.clock.ClockKind;
import nl.samenzicht.domain.clock.ClockTone;
import nl.samenzicht.web.Terms;

/** What a clock says: what ends, and how soon in words. */
public final class ClockWords {
    private ClockWords() {}

    /** Returns what ends, such as 'Toestemming voor Zorgpunt De Linde'. */
    public static String what(CaseClock clock) {
        var key = "clock.what." + clock.kind().name();
        return clock.with()
                .map(agency -> Terms.text(key + (clock.given() ? ".given" : ".with"), agency))
                .orElseGet(() -> Terms.text(key));
    }

    /** Returns its last day, such as 'tot en met 16 december 2026', or 'uiterlijk' for what is to be done by then. */
    public static String lastDay(CaseClock clock) {
        return Terms.text(isDue(clock) ? "clock.by" : "clock.through", Terms.day(clock.lastDay()));
    }

    /** Returns the same in few characters, such as 't/m 16 dec. 2026'. */
    static String lastDayInShort(CaseClock clock) {
        var day = DateTimeFormatter.ofPattern("d MMM yyyy", Terms.locale()).format(clock.lastDay());
        return Terms.text(isDue(clock) ? "clock.by.short" : "clock.through.short", day);
    }

    private static boolean isDue(CaseClock clock) {
        return clock.kind() == ClockKind.ACTION || clock.kind() == ClockKind.M55;
    }

    /** Returns how soon that is, in words. */
    public static String left(CaseClock clock) {
        var days = clock.daysLeft();
        if (days == 0) {
            return Terms.text("clock.today");
        }
        return days < 0 ? Terms.text("clock.passed", -days) : Terms.text("clock.days-left", days);
    }

    /** How soon it is, marked: in words, with a sign for what is urgent, and a colour. */
    public static Span mark(CaseClock clock) {
        var mark = new Span();
        mark.addClassName("clock-left");
        if (clock.tone() == ClockTone.URGENT || clock.tone() == ClockTone.PASSED) {
            var sign = VaadinIcon.WARNING.create();
            sign.addClassName("clock-sign");
            sign.getElement().setAttribute("aria-hidden", "true");
            mark.add(sign);
        }
        mark.add(new Span(left(clock)));
        return mark;
    }

    /** The class of its tone. */
    public static String tone(CaseClock clock) {
        return switch (clock.tone()) {
            case CALM -> "clock-calm";
            case SOON -> "clock-soon";
            case URGENT -> "clock-urgent";
            case PASSED -> "clock-passed";
        };
    }
}
