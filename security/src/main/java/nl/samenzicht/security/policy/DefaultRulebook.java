package nl.samenzicht.security.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The rulebook that Samenzicht comes with: the default policy of the field, for agencies to amend and
 * sign.
 *
 * <p>Where the sources leave a hole, the narrower reading holds; {@code docs/adr} says where.
 */
public final class DefaultRulebook {

    /** Name of the rulebook. */
    public static final String ID = "default";

    /** Its version. */
    public static final int VERSION = 1;

    /** From when it may be in force: 1 January 2026 in Amsterdam. */
    public static final Instant VALID_FROM = Instant.parse("2025-12-31T23:00:00Z");

    private static final String RESOURCE = "/rulebook/default-1.csv";

    private DefaultRulebook() {}

    /** Returns the rulebook; every call reads it anew. */
    public static Rulebook load() {
        return RulebookFile.read(ID, VERSION, VALID_FROM, text());
    }

    /** Returns the rulebook as the table that people sign. */
    public static String text() {
        try (var stream = DefaultRulebook.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("'%s' is missing from the product".formatted(RESOURCE));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
