package nl.samenzicht.security;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes identifiers that sort by the moment they were made (UUID version 7).
 * They say when something was made, to the millisecond, and nothing else; 74 bits are random.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, section 5.7</a>
 */
public final class TimeOrderedId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    /** Returns a new identifier for this moment. Two calls in one millisecond have no fixed order. */
    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** Returns what sorts before every identifier that was made at a moment or later, to the millisecond. */
    public static UUID firstAt(Instant moment) {
        return new UUID((moment.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    static UUID at(long epochMilli) {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        long high = (epochMilli << 16) | 0x7000L | ((random[0] & 0x0FL) << 8) | (random[1] & 0xFFL);
        long low = 0;
        for (int i = 2; i < 10; i++) {
            low = (low << 8) | (random[i] & 0xFFL);
        }
        return new UUID(high, (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }
}
