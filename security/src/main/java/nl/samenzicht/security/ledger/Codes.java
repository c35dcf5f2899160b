package nl.samenzicht.security.ledger;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps free text out of the columns that everybody with a log may read. */
final class Codes {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:/+-]{1,64}");

    private Codes() {}

    static void check(String what, @Nullable String code) {
        if (code != null && !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "'%s' cannot be a %s in the ledger: at most 64 letters, digits and _.:/+-"
                            .formatted(code.length() > 80 ? code.substring(0, 80) + "…" : code, what));
        }
    }

    /** A network address as it may stand in the log: what is not part of an address becomes a question mark. */
    static @Nullable String address(@Nullable String from) {
        if (from == null || from.isBlank()) {
            return null;
        }
        var text = from.strip().replaceAll("[^A-Za-z0-9.:%_-]", "?");
        return text.length() > 64 ? text.substring(0, 64) : text;
    }
}
