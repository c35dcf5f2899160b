package nl.samenzicht.security.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields as bytes in exactly one way, so that a MAC over them means the fields and nothing else.
 *
 * <p>Each field is its type, its length and its bytes; absent is not the same as empty, and no two lists of fields give
 * the same bytes. Order counts, names do not. Times are counted in microseconds, as the database keeps them.
 */
public final class Canonical {
    private static final int USUAL_LENGTH = 256;

    private ByteBuffer out = ByteBuffer.allocate(USUAL_LENGTH);

    private Canonical() {}

    /** Begins a list of fields; {@code what} keeps the fields of one thing from passing as those of another. */
    public static Canonical of(String what) {
        return new Canonical().text(what);
    }

    public Canonical text(@Nullable String value) {
        return value == null ? absent() : field('t', value.getBytes(UTF_8));
    }

    public Canonical id(@Nullable UUID value) {
        if (value == null) {
            return absent();
        }
        head('u', 16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    public Canonical number(@Nullable Long value) {
        if (value == null) {
            return absent();
        }
        head('n', 8).putLong(value);
        return this;
    }

    public Canonical number(int value) {
        return number(Long.valueOf(value));
    }

    public Canonical flag(boolean value) {
        head('b', 1).put((byte) (value ? 1 : 0));
        return this;
    }

    public Canonical time(@Nullable Instant value) {
        if (value == null) {
            return absent();
        }
        head('i', 12).putLong(value.getEpochSecond()).putInt(value.get(ChronoField.MICRO_OF_SECOND));
        return this;
    }

    public Canonical day(@Nullable LocalDate value) {
        if (value == null) {
            return absent();
        }
        head('d', 8).putLong(value.toEpochDay());
        return this;
    }

    public Canonical code(@Nullable Enum<?> value) {
        return text(value == null ? null : value.name());
    }

    public Canonical bytes(byte @Nullable [] value) {
        return value == null ? absent() : field('x', value);
    }

    /** The fields so far, as bytes. */
    public byte[] encoded() {
        return Arrays.copyOf(out.array(), out.position());
    }

    private Canonical absent() {
        withRoomFor(1).put((byte) '0');
        return this;
    }

    private Canonical field(char type, byte[] value) {
        head(type, value.length).put(value);
        return this;
    }

    /** Writes type and length, and leaves room for as many bytes. */
    private ByteBuffer head(char type, int length) {
        return withRoomFor(1 + Integer.BYTES + length).put((byte) type).putInt(length);
    }

    private ByteBuffer withRoomFor(int length) {
        if (out.remaining() < length) {
            var wider = ByteBuffer.allocate(Math.max(2 * out.capacity(), out.position() + length));
            out = wider.put(out.flip());
        }
        return out;
    }
}
