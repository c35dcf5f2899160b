package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

/**
 * Where a rule comes from, and what it says in plain words.
 *
 * @param source article or agreement, as a lawyer cites it
 * @param nl the rule in plain Dutch
 * @param en the rule in plain English
 */
public record Citation(String source, String nl, String en) {

    /** No source at all; only rules outside the product's own rulebook may have it. */
    public static final Citation NONE = new Citation("", "", "");

    public Citation {
        requireNonNull(source, "source");
        requireNonNull(nl, "nl");
        requireNonNull(en, "en");
    }
}
