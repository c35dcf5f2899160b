package nl.samenzicht.security.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** Random words that open something once, and the hashes that we keep of them. */
final class Tokens {
    /** Without letters that look or sound alike. */
    private static final char[] READABLE = "23456789BCDFGHJKLMNPQRSTVWXZ".toCharArray();

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** Returns 256 random bits that fit in an address. */
    static String forLink() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Returns 57 random bits that somebody can read out, such as {@code K7Q2-41XB-9TRW}. */
    static String readable() {
        var text = new StringBuilder(14);
        for (int i = 0; i < 12; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(READABLE[RANDOM.nextInt(READABLE.length)]);
        }
        return text.toString();
    }

    /** Returns the hash of a token; case, spaces and dashes do not matter in readable ones. */
    static byte[] hashOfReadable(String typed) {
        return hash(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
