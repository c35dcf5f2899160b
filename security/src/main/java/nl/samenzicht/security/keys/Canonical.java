package nl.samenzicht.security.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields as bytes in exactly one way, so that a MAC over them means the fields and nothing else.
 *
 * <p>Each field is its type, its length and its bytes; absent is not the same as empty, and no two lists of fields give
 * the same bytes. Order counts, names do not. Times are counted in microseconds, as the database keeps them.
 */
public final class Canonical {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

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
        head('u', 16);
        writeLong(value.getMostSignificantBits());
        writeLong(value.getLeastSignificantBits());
        return this;
    }

    public Canonical number(@Nullable Long value) {
        if (value == null) {
            return absent();
        }
        head('n', 8);
        writeLong(value);
        return this;
    }

    public Canonical number(int value) {
        return number(Long.valueOf(value));
    }

    public Canonical flag(boolean value) {
        head('b', 1);
        out.write(value ? 1 : 0);
        return this;
    }

    public Canonical time(@Nullable Instant value) {
        if (value == null) {
            return absent();
        }
        head('i', 12);
        writeLong(value.getEpochSecond());
        writeInt(value.get(ChronoField.MICRO_OF_SECOND));
        return this;
    }

    public Canonical day(@Nullable LocalDate value) {
        if (value == null) {
            return absent();
        }
        head('d', 8);
        writeLong(value.toEpochDay());
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
        return out.toByteArray();
    }

    private Canonical absent() {
        out.write('0');
        return this;
    }

    private Canonical field(char type, byte[] value) {
        head(type, value.length);
        out.write(value, 0, value.length);
        return this;
    }

    private void head(char type, int length) {
        out.write(type);
        writeInt(length);
    }

    private void writeInt(int value) {
        out.write(value >>> 24);
        out.write(value >>> 16);
        out.write(value >>> 8);
        out.write(value);
    }

    private void writeLong(long value) {
        writeInt((int) (value >>> 32));
        writeInt((int) value);
    }
}
