package nl.samenzicht.security.keys;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes keyed tokens of what people search for, so that the database finds equal values without knowing them.
 *
 * <p>A token tells whoever has the database which rows are equal, and nothing more; without the key a guess cannot be
 * tested. Rows are written with {@link #token}; a search takes every token of {@link #candidates}, since rows may have been
 * written before a key was rotated.
 */
public final class BlindIndex {

    /** What a token is made of; equal texts of different kinds have different tokens. */
    public enum Kind {
        /** Nine digits; eight get a zero in front. */
        BSN,
        /** The number of a foreign national, ten digits. */
        V_NUMBER,
        /** A name or a part of one, without accents, capitals and prefixes such as 'van der'. */
        NAME,
        /** A day as ISO 8601 writes it; a partial date has no token. */
        BIRTH_DATE
    }

    private static final int TOKEN = 16;
    private static final int MAX_LENGTH = 300;
    private static final Set<String> PREFIXES = Set.of(
            "van", "de", "der", "den", "het", "t", "te", "ten", "ter", "op", "in", "aan", "bij", "tot", "uit", "voor",
            "over", "onder", "s", "d", "la", "le", "les", "du", "des", "da", "do", "dos", "di", "von", "zu", "zum",
            "el", "al", "ben", "bin", "ibn", "abu");

    private final Keyring<PrfSet> keys;

    public BlindIndex(KeyFolder folder) {
        keys = new Keyring<>(
                folder, KeyUse.BLIND_INDEX, set -> set.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    }

    /**
     * The token to store.
     *
     * @throws IllegalArgumentException when the value has not the shape of its kind; the message does not repeat it
     */
    public BlindToken token(Kind kind, String value) {
        var prfs = keys.current();
        return token(prfs, prfs.getPrimaryId(), kind, normal(kind, value));
    }

    /** The tokens under which an equal value may be stored, the newest key first. */
    public List<BlindToken> candidates(Kind kind, String value) {
        var prfs = keys.current();
        var normal = normal(kind, value);
        var tokens = new LinkedHashSet<BlindToken>();
        tokens.add(token(prfs, prfs.getPrimaryId(), kind, normal));
        for (var keyId : prfIds(prfs)) {
            tokens.add(token(prfs, keyId, kind, normal));
        }
        return List.copyOf(tokens);
    }

    /** The tokens of each part of a full name, to store; 'Anna van den Berg-Jansen' has three. */
    public Set<BlindToken> nameTokens(String fullName) {
        return nameParts(fullName).stream()
                .map(part -> token(Kind.NAME, part))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Pseudonyms of a person for one receiver, under each key that there is, the newest first: equal for the same value and
     * receiver, and of no use to anybody else. Between two receivers they cannot be compared, nor with search tokens.
     *
     * @param receiver the number of the agency that receives the pseudonym
     * @throws IllegalArgumentException when the value has not the shape of its kind; the message does not repeat it
     */
    public List<BlindToken> pseudonyms(UUID receiver, Kind kind, String value) {
        var prfs = keys.current();
        var input = Canonical.of("pseudonym").id(receiver).code(kind).text(normal(kind, value));
        var tokens = new LinkedHashSet<BlindToken>();
        tokens.add(token(prfs, prfs.getPrimaryId(), input));
        prfIds(prfs).forEach(keyId -> tokens.add(token(prfs, keyId, input)));
        return List.copyOf(tokens);
    }

    /**
     * The same for somebody of whom only a name and a full date of birth are known. Two people may share both, so equal
     * pseudonyms of this kind are a reason to look and never proof.
     */
    public List<BlindToken> pseudonyms(UUID receiver, String fullName, LocalDate birthDate) {
        var prfs = keys.current();
        var parts = nameParts(fullName);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A name needs at least one letter");
        }
        var input = Canonical.of("pseudonym")
                .id(receiver)
                .text("NAME_AND_BIRTH_DATE")
                .text(parts.stream().sorted().collect(Collectors.joining(" ")))
                .text(birthDate.toString());
        var tokens = new LinkedHashSet<BlindToken>();
        tokens.add(token(prfs, prfs.getPrimaryId(), input));
        prfIds(prfs).forEach(keyId -> tokens.add(token(prfs, keyId, input)));
        return List.copyOf(tokens);
    }

    /** The parts of a name that are searched for, as they are compared. */
    public static Set<String> nameParts(String fullName) {
        if (fullName.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A name of %d characters is too long".formatted(fullName.length()));
        }
        var plain = Normalizer.normalize(fullName, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ð', 'd')
                .replace('ı', 'i')
                .replace("þ", "th")
                .replaceAll("(?<=\\p{L}{2})['’`´ʼ](?=\\p{L})", "")
                .replace("ij", "y")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        var words = new LinkedHashSet<>(Arrays.asList(plain.split(" ")));
        words.remove("");
        var telling = words.stream()
                .filter(word -> !PREFIXES.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return telling.isEmpty() ? words : telling;
    }

    private static String normal(Kind kind, String value) {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A %s of %d characters is too long".formatted(kind, value.length()));
        }
        return switch (kind) {
            case BSN -> digits(kind, value, 8, 9);
            case V_NUMBER -> digits(kind, value, 10, 10);
            case BIRTH_DATE -> LocalDate.parse(value.strip()).toString();
            case NAME -> {
                var parts = nameParts(value);
                if (parts.isEmpty()) {
                    throw new IllegalArgumentException("A name needs at least one letter");
                }
                yield String.join(" ", parts);
            }
        };
    }

    private static String digits(Kind kind, String value, int least, int most) {
        var digits = value.replaceAll("[\\s.-]", "");
        if (!digits.matches("[0-9]{%d,%d}".formatted(least, most))) {
            throw new IllegalArgumentException("A %s has %d digits".formatted(kind, most));
        }
        return "0".repeat(most - digits.length()) + digits;
    }

    private static BlindToken token(PrfSet prfs, int keyId, Kind kind, String normal) {
        return token(prfs, keyId, Canonical.of("blind-index").code(kind).text(normal));
    }

    private static BlindToken token(PrfSet prfs, int keyId, Canonical input) {
        try {
            var token = prfs.getPrfs().get(keyId).compute(input.encoded(), TOKEN);
            return new BlindToken(ByteBuffer.allocate(BlindToken.LENGTH)
                    .putInt(keyId)
                    .put(token)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("A search token cannot be made", e);
        }
    }

    private static Set<Integer> prfIds(PrfSet prfs) {
        try {
            return prfs.getPrfs().keySet();
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("The search keys cannot be listed", e);
        }
    }
}
