package nl.samenzicht.domain.signal;

import java.time.Instant;
import java.util.Map;

/**
 * A signal that is being written.
 *
 * @param typed value by field key, as typed; nothing is checked yet
 * @param saves how often it was saved; the next save starts from here
 */
public record SignalDraft(SignalId id, String number, Map<String, String> typed, int saves, Instant savedAt) {
    public SignalDraft {
        typed = Map.copyOf(typed);
    }
}
