package nl.samenzicht.domain.elsewhere;

import java.util.List;

/**
 * The questions that concern one's own agency, newest first.
 *
 * @param asked those that it asked, at most 100
 * @param received those that a case of its own answered, at most 100
 */
public record Questions(List<AskedQuestion> asked, List<ReceivedQuestion> received) {
    public Questions {
        asked = List.copyOf(asked);
        received = List.copyOf(received);
    }
}
