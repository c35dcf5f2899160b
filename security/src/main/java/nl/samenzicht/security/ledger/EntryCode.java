package nl.samenzicht.security.ledger;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short code of an entry, such as {@code K7Q2-41}, that is printed on the screen and can be read out over the phone.
 *
 * <p>It is random, says nothing, and names exactly one entry. The alphabet leaves out I, L, O and U, so that a code that
 * was heard or copied by hand is found again.
 *
 * @see <a href="https://www.crockford.com/base32.html">Crockford's base 32</a>
 */
public record EntryCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{4}-[" + ALPHABET + "]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public EntryCode {
        requireNonNull(value, "entry code");
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("'%s' is not an entry code: it should look like K7Q2-41"
                    .formatted(value.length() > 20 ? value.substring(0, 20) + "…" : value));
        }
    }

    static EntryCode random() {
        var bits = RANDOM.nextInt(1 << 30);
        var text = new StringBuilder(7);
        for (int i = 0; i < 6; i++) {
            if (i == 4) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(bits & 31));
            bits >>>= 5;
        }
        return new EntryCode(text.toString());
    }

    /**
     * Reads a code as people type it: small letters, spaces, a forgotten dash, O for 0 and I or L for 1 are understood.
     *
     * @return empty when the text cannot be a code
     */
    public static Optional<EntryCode> typed(String text) {
        if (text.length() > 20) {
            return Optional.empty();
        }
        var letters = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (letters.length() != 6) {
            return Optional.empty();
        }
        var code = letters.substring(0, 4) + "-" + letters.substring(4);
        return SHAPE.matcher(code).matches() ? Optional.of(new EntryCode(code)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
