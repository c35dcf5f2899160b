package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.clock.CaseClock;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;

/** All clocks of a case in one row, first ending first; each leads to where one acts. On a phone they stand in a column. */
class ClockStrip extends UnorderedList {
    private static final long serialVersionUID = 1L;

    /**
     * Shows the clocks.
     *
     * @param emergencyUntil when an emergency access of one's own ends, to the second
     */
    ClockStrip(CaseFileId caseFile, Purpose purpose, List<CaseClock> clocks, Optional<Instant> emergencyUntil) {
        addClassName("case-clocks");
        getElement().setAttribute("aria-label", Terms.text("clock.label"));
        emergencyUntil.ifPresent(until -> add(emergency(until)));
        clocks.forEach(clock -> add(item(clock, place(clock, caseFile, purpose))));
        setVisible(getChildren().findAny().isPresent());
    }

    private static ListItem emergency(Instant until) {
        var left = new Span();
        left.getElement()
                .setAttribute("data-until", Long.toString(until.toEpochMilli()))
                .setAttribute("data-left", Terms.text("clock.left"));
        var clock = new ListItem(new Span(Terms.text("clock.emergency", Terms.time(until))), left);
        clock.addClassNames("clock", "clock-emergency");
        return clock;
    }

    private static ListItem item(CaseClock clock, Optional<String> place) {
        var what = new Span(ClockWords.what(clock));
        what.addClassName("clock-what");
        var head = new Span(what);
        head.addClassName("clock-head");
        if (clock.more() > 0) {
            var more = new Span(Terms.text("clock.more", clock.more()));
            more.addClassName("clock-more");
            head.add(more);
        }
        var day = new Span(ClockWords.lastDayInShort(clock));
        day.addClassName("clock-day");
        var when = new Span(ClockWords.mark(clock), day);
        when.addClassName("clock-when");
        var parts = new Component[] {head, when};
        var body = place.<Component>map(href -> new Anchor(href, parts)).orElseGet(() -> new Div(parts));
        body.addClassName("clock-body");
        var item = new ListItem(body);
        item.addClassNames("clock", ClockWords.tone(clock));
        item.getElement().setAttribute("data-clock", clock.kind().name());
        return item;
    }

    private static Optional<String> place(CaseClock clock, CaseFileId caseFile, Purpose purpose) {
        return switch (clock.kind()) {
            case REFLECTION, M55, PERMIT ->
                Optional.of(CaseFileNavigation.to(caseFile, purpose, DataCategory.RESIDENCE));
            case ACTION -> Optional.of(CaseFileNavigation.to(caseFile, purpose, DataCategory.PLAN));
            case SHARE ->
                Optional.of("shares?direction=" + (clock.given() ? "out" : "in") + "&case=" + caseFile.value());
            case CONSENT -> Optional.of("cases/" + caseFile.value() + "/consents?purpose=" + purpose.code());
            case PARTICIPATION, FRAMEWORK -> Optional.empty();
        };
    }
}
