package nl.samenzicht.web.rights;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.rights.Handling;
import nl.samenzicht.domain.rights.HandlingState;
import nl.samenzicht.domain.rights.NoticeView;
import nl.samenzicht.domain.rights.RightsService;
import nl.samenzicht.domain.rights.SubjectRight.Effect;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;

/** What the pages about requests, and others with steps, have in common. */
public final class RightsPages {
    private static final Duration SOON = Duration.ofDays(7);

    private RightsPages() {}

    /** A part of a page with its title, and an intro unless it is empty. */
    public static Section section(String title, String intro) {
        var section = new Section(new H2(title));
        if (!intro.isEmpty()) {
            section.add(new Paragraph(intro));
        }
        section.addClassName("emergencies");
        return section;
    }

    /** The clock of a request: until when, or that it is late; once it is answered, that it is. */
    static Badge clock(Handling handling, Clock clock) {
        var now = clock.instant();
        if (handling.state().isClosed()) {
            return new Badge(Terms.of(handling.state()), Badge.Tone.QUIET);
        }
        if (handling.late(now)) {
            return new Badge(Terms.text("duties.late", Terms.day(handling.lastDay())), Badge.Tone.DANGER);
        }
        return new Badge(
                Terms.text("duties.due", Terms.day(handling.lastDay())),
                now.plus(SOON).isBefore(handling.due()) ? Badge.Tone.PLAIN : Badge.Tone.WARN);
    }

    /** The right with the article that gives it. */
    static String right(Handling handling) {
        return Terms.text(
                "rights.right.article",
                Terms.of(handling.right()),
                handling.right().article(handling.regime()).orElse(""));
    }

    /** Whether something is done with data; a request that is refused, or only answered, has nothing to carry out. */
    static boolean hasEffect(Handling handling) {
        return handling.right().effect() != Effect.NONE && (handling.decision().isEmpty() || handling.granted());
    }

    /** How far it is for people: what has nothing to carry out has been decided, until it is answered. */
    static HandlingState stage(Handling handling) {
        return handling.state() == HandlingState.CARRIED_OUT && !hasEffect(handling)
                ? HandlingState.DECIDED
                : handling.state();
    }

    /** The case or signal by which the person is known; empty when nothing is known of them. */
    static Optional<String> dossier(Optional<CaseName> caseName, Optional<String> signal) {
        return caseName.map(known -> known.number() + " " + known.codeName())
                .or(() -> signal.map(number -> Terms.text("signal.title", number)));
    }

    /** What a notice tells, for instance that something was restricted. */
    static String told(NoticeView notice) {
        return Terms.text("notice-kind." + notice.kind(), Terms.of(notice.categories()));
    }

    static Badge outcome(NoticeView notice) {
        return notice.outcome()
                .map(outcome -> new Badge(
                        Terms.of(outcome),
                        switch (outcome) {
                            case DONE -> Badge.Tone.GOOD;
                            case NOT_HELD -> Badge.Tone.QUIET;
                            case NOT_DONE -> Badge.Tone.DANGER;
                        }))
                .orElseGet(() -> new Badge(Terms.text("rights.told.waits"), Badge.Tone.WARN));
    }

    /** A field for the words that say how or why. */
    public static TextArea words(String label, String help) {
        var words = new TextArea(label);
        words.setHelperText(help);
        words.setMaxLength(RightsService.LONGEST_WORDS);
        words.setMinHeight("96px");
        words.setRequiredIndicatorVisible(true);
        words.setWidthFull();
        return words;
    }

    /** What stands smaller under a name. */
    public static Span detail(String text) {
        var detail = new Span(text);
        detail.addClassName("row-detail");
        return detail;
    }
}
