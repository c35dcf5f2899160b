package nl.samenzicht.domain.advice;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What somebody who doubts says of what they see. 'Unknown' is an answer, and is not 'no'.
 *
 * @param exploited whether somebody profits, or means to, from what the person must do or give up (purpose)
 * @param pressed whether there is force, deception or abuse of a weak position (means)
 * @param minor whether the person is younger than 18
 * @param border whether somebody helps the person, for gain, to cross a border or to stay unlawfully
 * @param signals codes of the signals that they notice
 */
public record Doubt(Answer exploited, Answer pressed, Answer minor, Answer border, Set<String> signals) {
    public Doubt {
        requireNonNull(exploited, "exploited");
        requireNonNull(pressed, "pressed");
        requireNonNull(minor, "minor");
        requireNonNull(border, "border");
        signals = Set.copyOf(signals);
    }

    /** An answer to one question. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Nothing said yet. */
    public static Doubt none() {
        return new Doubt(Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Set.of());
    }

    /**
     * Returns what it may be, so that the person who doubts knows whom to ask. Never a conclusion.
     *
     * <p>Article 273f Sr: an act, by means, with the aim of exploitation; for minors no means are needed (paragraph 1 under
     * 2 and 5). Article 197a Sr (smuggling): help over a border or to stay, a crime against the state and not against the
     * person; both may apply.
     */
    public Direction direction() {
        if (exploited == Answer.YES) {
            if (minor == Answer.YES) {
                return Direction.TRAFFICKING_OF_A_MINOR;
            }
            return pressed == Answer.YES ? Direction.TRAFFICKING : Direction.EXPLOITATION;
        }
        if (pressed == Answer.YES) {
            return Direction.SIGNALS;
        }
        if (exploited == Answer.NO && border == Answer.YES) {
            return Direction.SMUGGLING;
        }
        return signals.isEmpty() ? Direction.NOTHING_YET : Direction.SIGNALS;
    }
}
