package nl.samenzicht.security.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.samenzicht.security.ledger.WitnessStanding.State;
import nl.samenzicht.tlog.NoteKey;

/**
 * Of which witnesses people are to be told now. Another history, fewer lines and a refusal are told at once; silence and a backlog
 * once they have lasted, for networks fail for a minute. Each is told once, and again only after it was well in between.
 */
final class WitnessAlarms {
    /** How long a witness may say nothing, or lag, before somebody is told. */
    static final Duration LASTING = Duration.ofMinutes(10);

    private static final Set<State> AT_ONCE = Set.of(State.REFUSES, State.FORK, State.AHEAD);

    private final Map<NoteKey, Map<State, Instant>> since = new HashMap<>();
    private final Map<NoteKey, State> told = new HashMap<>();

    /** Returns those of which nobody was told yet. */
    List<WitnessStanding> toTell(Collection<WitnessStanding> standings, Instant now) {
        return standings.stream().filter(standing -> isToTell(standing, now)).toList();
    }

    private boolean isToTell(WitnessStanding standing, Instant now) {
        var key = standing.key();
        var state = standing.state();
        var began = since.computeIfAbsent(key, any -> new EnumMap<>(State.class));
        began.keySet().retainAll(Set.of(state));
        var from = began.computeIfAbsent(state, any -> now);
        if (!state.isAlarm()) {
            told.remove(key);
            return false;
        }
        boolean lasts = AT_ONCE.contains(state) || !now.isBefore(from.plus(LASTING));
        return lasts && told.put(key, state) != state;
    }
}
