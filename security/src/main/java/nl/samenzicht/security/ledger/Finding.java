package nl.samenzicht.security.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that is wrong with the ledger, or with a row that decisions rest on.
 *
 * @param code the code of the line, as people see it, when one line is concerned and its code is known
 * @param position the place in the tree, counted from 1 as people do
 * @param args what is filled in in the sentence of {@link #messageKey()}, in its order
 */
public record Finding(FindingKind kind, Optional<String> code, OptionalLong position, List<String> args) {
    public Finding {
        args = List.copyOf(args);
    }

    static Finding line(FindingKind kind, String code, long position) {
        return new Finding(
                kind, Optional.of(code), OptionalLong.of(position + 1), List.of(code, Long.toString(position + 1)));
    }

    /** Something that is wrong with a row outside the ledger; its number first. */
    public static Finding row(FindingKind kind, Object... args) {
        return at(kind, args);
    }

    static Finding at(FindingKind kind, Object... args) {
        return new Finding(
                kind,
                Optional.empty(),
                OptionalLong.empty(),
                List.of(args).stream().map(String::valueOf).toList());
    }

    /** The key of the sentence on the screen. */
    public String messageKey() {
        return kind.messageKey();
    }
}
