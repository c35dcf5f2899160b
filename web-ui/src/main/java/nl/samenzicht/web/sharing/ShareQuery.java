package nl.samenzicht.web.sharing;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.sharing.ShareState;
import nl.samenzicht.domain.sharing.ShareView;

/**
 * Which part of the directory is shown, as it stands in the address; what cannot be read there limits nothing.
 *
 * @param caseFile the one case to which it is limited
 * @param share the one share that a notice speaks of
 */
record ShareQuery(Direction direction, Optional<ShareState> state, Optional<UUID> caseFile, Optional<UUID> share) {

    /** Which way shares go. */
    enum Direction {
        ALL,
        IN,
        OUT
    }

    static ShareQuery everything() {
        return new ShareQuery(Direction.ALL, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ShareQuery of(QueryParameters parameters) {
        return new ShareQuery(
                parameters
                        .getSingleParameter("direction")
                        .flatMap(word -> read(() -> Direction.valueOf(word.toUpperCase(Locale.ROOT))))
                        .orElse(Direction.ALL),
                parameters.getSingleParameter("state").flatMap(word -> read(() -> ShareState.valueOf(word))),
                parameters.getSingleParameter("case").flatMap(word -> read(() -> UUID.fromString(word))),
                parameters.getSingleParameter("share").flatMap(word -> read(() -> UUID.fromString(word))));
    }

    private static <T> Optional<T> read(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    ShareQuery to(Direction other) {
        return new ShareQuery(other, state, caseFile, Optional.empty());
    }

    ShareQuery in(ShareState other) {
        return new ShareQuery(direction, Optional.of(other), caseFile, Optional.empty());
    }

    ShareQuery inAnyState() {
        return new ShareQuery(direction, Optional.empty(), caseFile, Optional.empty());
    }

    boolean includes(ShareView row) {
        var way = switch (direction) {
            case ALL -> true;
            case IN -> !row.outgoing();
            case OUT -> row.outgoing();
        };
        return way
                && state.map(row.current()::equals).orElse(true)
                && caseFile.map(row.caseName().id().value()::equals).orElse(true)
                && share.map(row.id().value()::equals).orElse(true);
    }

    String href() {
        var parts = new ArrayList<String>();
        if (direction != Direction.ALL) {
            parts.add("direction=" + direction.name().toLowerCase(Locale.ROOT));
        }
        state.ifPresent(chosen -> parts.add("state=" + chosen.name()));
        caseFile.ifPresent(chosen -> parts.add("case=" + chosen));
        share.ifPresent(chosen -> parts.add("share=" + chosen));
        return parts.isEmpty() ? "shares" : "shares?" + String.join("&", parts);
    }
}
