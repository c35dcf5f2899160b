package nl.samenzicht.web.breach;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import nl.samenzicht.domain.breach.Account;
import nl.samenzicht.domain.breach.BreachService;
import nl.samenzicht.domain.breach.Course;
import nl.samenzicht.domain.breach.Quantity;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.rights.RightsPages;
import nl.samenzicht.web.shell.Badge;

/** What the pages about breaches have in common. */
final class BreachPages {
    static final String PAGE = "officer/breaches";
    private static final Duration SOON = Duration.ofHours(24);

    private BreachPages() {}

    /** The clock of a breach: how many hours are left to notify, or how it stands when the clock does not run. */
    static Badge clock(Course course, Instant now) {
        if (course.closed()) {
            return new Badge(Terms.of(course.state()), Badge.Tone.QUIET);
        }
        if (!course.clockRuns()) {
            return new Badge(Terms.of(course.authority()), Badge.Tone.PLAIN);
        }
        var left = course.left(now);
        return new Badge(
                hours(course, now),
                left.isNegative() ? Badge.Tone.DANGER : left.compareTo(SOON) <= 0 ? Badge.Tone.WARN : Badge.Tone.PLAIN);
    }

    /** How many hours are left to notify, or how many it is late, in words. */
    static String hours(Course course, Instant now) {
        var left = course.left(now);
        return Terms.text(
                left.isNegative() ? "breach.late" : "breach.left", left.abs().toHours());
    }

    /** A moment with the zone it is written in. */
    static String moment(Instant at) {
        return Terms.text("breach.moment", Terms.moment(at), Terms.AMSTERDAM.getId());
    }

    /** When it happened: a moment, or from one to another. */
    static String happened(Account account) {
        return account.until()
                .map(until -> Terms.text("breach.period", Terms.moment(account.from()), Terms.moment(until)))
                .orElseGet(() -> Terms.moment(account.from()));
    }

    static String quantity(Optional<Quantity> known) {
        return known.map(quantity -> quantity.isExact()
                        ? Terms.text("breach.quantity.exact", quantity.atLeast())
                        : Terms.text("breach.quantity.rough", quantity.atLeast(), quantity.atMost()))
                .orElseGet(() -> Terms.text("breach.unknown"));
    }

    static String orUnknown(String words) {
        return words.isBlank() ? Terms.text("breach.unknown") : words;
    }

    /** Asks for a moment in Amsterdam. */
    static DateTimePicker asking(String label, Optional<Instant> value) {
        var picker = new DateTimePicker(label);
        picker.setLocale(Terms.locale());
        picker.setStep(Duration.ofMinutes(15));
        picker.setWidthFull();
        value.ifPresent(at -> show(picker, at));
        return picker;
    }

    static void show(DateTimePicker picker, Instant at) {
        picker.setValue(LocalDateTime.ofInstant(at, Terms.AMSTERDAM).truncatedTo(ChronoUnit.MINUTES));
    }

    /** The moment that was typed; an hour that comes twice is the first. */
    static Optional<Instant> typed(DateTimePicker picker) {
        return Optional.ofNullable(picker.getValue())
                .map(value -> value.atZone(Terms.AMSTERDAM).toInstant());
    }

    static Instant needed(DateTimePicker picker) {
        return typed(picker).orElseThrow(() -> new NotPossible("breach.error.no-moment"));
    }

    static TextArea words(String key) {
        return RightsPages.words(Terms.text(key), Terms.text("rights.words.help", BreachService.SHORTEST_WORDS));
    }

    static <E extends Enum<E>> CheckboxGroup<E> choices(String label, Collection<E> offered) {
        var choices = new CheckboxGroup<E>(label);
        choices.setItems(offered);
        choices.setItemLabelGenerator(Terms::of);
        choices.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        choices.addClassName("rights-categories");
        return choices;
    }
}
