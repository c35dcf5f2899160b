package nl.samenzicht.web.signal;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.domain.signal.SignalCard;
import nl.samenzicht.web.Terms;

/** The badges of a signal: its state, its urgency and its clock. */
final class SignalWords {
    private SignalWords() {}

    static Span badge(String words, String... kinds) {
        var badge = new Span(words);
        badge.addClassName("badge");
        badge.addClassNames(kinds);
        return badge;
    }

    /** Where it stands, as its writer or its assessor says it. */
    static Span state(SignalCard card, boolean asWriter) {
        var words = Terms.text((asWriter ? "signal.told." : "signal.state.") + card.state());
        return switch (card.state()) {
            case DRAFT, CLOSED -> badge(words, "badge-quiet");
            case MORE_ASKED -> badge(words, "badge-warn");
            case ACCEPTED, LINKED -> badge(words, "badge-good");
            default -> badge(words);
        };
    }

    static Span urgent() {
        return badge(Terms.text("signal.urgent"), "badge-danger");
    }

    /** The clock that runs now: until when somebody should have taken it, or else have decided on it. */
    static Optional<Instant> clock(SignalCard card) {
        return card.state().waits() ? card.respondBy().or(card::decideBy) : Optional.empty();
    }

    static boolean isLate(SignalCard card, Instant now) {
        return clock(card).filter(until -> !now.isBefore(until)).isPresent();
    }

    /** The clock in words. */
    static Optional<Span> clockBadge(SignalCard card, Instant now) {
        return clock(card).map(until -> {
            var late = !now.isBefore(until);
            var key = (card.respondBy().isPresent() ? "signal.clock.respond" : "signal.clock.decide")
                    + (late ? ".late" : "");
            var words = badge(Terms.text(key, Terms.moment(until.minusMillis(1))), "signal-clock");
            words.addClassName(late ? "badge-danger" : "badge-quiet");
            return words;
        });
    }
}
