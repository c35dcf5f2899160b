package nl.samenzicht.web.signal;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.domain.signal.SignalCard;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;

/** The badges of a signal: its state, its urgency and its clock. */
final class SignalWords {
    private SignalWords() {}

    /** Where it stands, as its writer or its assessor says it. */
    static Span state(SignalCard card, boolean asWriter) {
        var words = Terms.text((asWriter ? "signal.told." : "signal.state.") + card.state());
        return switch (card.state()) {
            case DRAFT, CLOSED -> new Badge(words, Tone.QUIET);
            case MORE_ASKED -> new Badge(words, Tone.WARN);
            case ACCEPTED, LINKED -> new Badge(words, Tone.GOOD);
            default -> new Badge(words, Tone.PLAIN);
        };
    }

    static Span urgent() {
        return new Badge(Terms.text("signal.urgent"), Tone.DANGER);
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
            var words = new Badge(Terms.text(key, Terms.moment(until.minusMillis(1))), late ? Tone.DANGER : Tone.QUIET);
            words.addClassName("signal-clock");
            return words;
        });
    }
}
