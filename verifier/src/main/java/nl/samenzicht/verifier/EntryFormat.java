package nl.samenzicht.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.Sha256;

/**
 * How a line of the log becomes a leaf of the tree: {@code SHA-256(0x00 ‖ id ‖ time ‖ SHA-256(salt ‖ fields))}, each field
 * as its type, its length and its bytes, so that no two lines give the same bytes. Not safe for use by several threads.
 */
public final class EntryFormat {
    /** The fields that a leaf is made over, in their order, by the names of their columns. */
    public static final List<String> FIELDS = Stream.of(Field.values())
            .map(field -> field.name().toLowerCase(java.util.Locale.ROOT))
            .toList();

    private static final int ROOM = 1024;
    private static final int SECOND = "2026-11-26T20:00:00".length();

    private final MessageDigest sha = Sha256.begin();
    private ByteBuffer out = ByteBuffer.allocate(ROOM);

    private enum Field {
        ID(Type.ID),
        CODE(Type.TEXT),
        AT(Type.TIME),
        ACTION(Type.TEXT),
        OUTCOME(Type.TEXT),
        LIFE_CYCLE(Type.TEXT),
        PROFESSIONAL(Type.ID),
        AGENCY(Type.ID),
        AGENCY_TYPE(Type.TEXT),
        ACTING_FUNCTION(Type.TEXT),
        SESSION(Type.ID),
        ACCESS_POINT(Type.TEXT),
        JOB(Type.TEXT),
        PURPOSE(Type.TEXT),
        EMERGENCY(Type.FLAG),
        CASE_ID(Type.ID),
        PERSON_ID(Type.ID),
        CATEGORY(Type.TEXT),
        REGIME(Type.TEXT),
        ITEMS(Type.TEXT),
        HOLDERS(Type.TEXT),
        RECIPIENTS(Type.TEXT),
        GROUND(Type.TEXT),
        CONSENT_ID(Type.ID),
        SHARE_ID(Type.ID),
        RULEBOOK(Type.TEXT),
        RULES(Type.TEXT),
        REASON_TRUE(Type.TEXT),
        REASON_TOLD(Type.TEXT),
        MASKED_FIELDS(Type.TEXT),
        DETAIL(Type.BYTES);

        private final Type type;

        Field(Type type) {
            this.type = type;
        }
    }

    private enum Type {
        /** UTF-8. */
        TEXT,
        /** A UUID as it is usually written. */
        ID,
        /** An instant in UTC with microseconds. */
        TIME,
        /** {@code true} or {@code false}. */
        FLAG,
        /** Base64. */
        BYTES
    }

    /**
     * The leaf of a line.
     *
     * @param salt 16 random bytes of this line alone
     * @param values of {@link #FIELDS}, in their order; null where there is none
     * @throws IllegalArgumentException when a value is not of its type
     */
    public byte[] leafHash(byte[] salt, List<String> values) {
        if (values.size() != FIELDS.size()) {
            throw new IllegalArgumentException("A line has %d fields, not %d".formatted(FIELDS.size(), values.size()));
        }
        try {
            sha.update(salt);
            var commitment = sha.digest(fields(values));
            out.clear();
            text("samenzicht-ledger-entry-1");
            id(values.get(Field.ID.ordinal()));
            time(values.get(Field.AT.ordinal()));
            bytes('x', commitment);
            return MerkleTree.leafHash(encoded());
        } catch (RuntimeException notOfItsType) {
            sha.reset();
            throw new IllegalArgumentException("A field is not of its type", notOfItsType);
        }
    }

    private byte[] fields(List<String> values) {
        out.clear();
        text("fields");
        for (var field : Field.values()) {
            var value = values.get(field.ordinal());
            if (value == null) {
                room(1).put((byte) '0');
                continue;
            }
            switch (field.type) {
                case TEXT -> text(value);
                case ID -> id(value);
                case TIME -> time(value);
                case FLAG -> flag(value);
                case BYTES -> bytes('x', Base64.getDecoder().decode(value));
            }
        }
        return encoded();
    }

    private void text(String value) {
        bytes('t', value.getBytes(UTF_8));
    }

    private void id(String value) {
        var id = UUID.fromString(value);
        head('u', 16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private void time(String value) {
        head('i', 12).putLong(epochSecond(value)).putInt(micros(value));
    }

    /** Reads {@code 2026-11-26T20:00:00…} by hand: the usual parser would take a tenth of all time. */
    private static long epochSecond(String value) {
        if (value.charAt(4) != '-'
                || value.charAt(7) != '-'
                || value.charAt(10) != 'T'
                || value.charAt(13) != ':'
                || value.charAt(16) != ':') {
            throw new IllegalArgumentException("'%s' is not a moment".formatted(value));
        }
        return LocalDateTime.of(
                        digits(value, 0, 4),
                        digits(value, 5, 7),
                        digits(value, 8, 10),
                        digits(value, 11, 13),
                        digits(value, 14, 16),
                        digits(value, 17, SECOND))
                .toEpochSecond(ZoneOffset.UTC);
    }

    private static int digits(String value, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                throw new IllegalArgumentException("'%s' is not a moment".formatted(value));
            }
            number = 10 * number + c - '0';
        }
        return number;
    }

    /** The millionths behind the seconds: a point and up to nine digits, of which six count, and {@code Z}. */
    private static int micros(String value) {
        int end = value.length() - 1;
        int digits = end - SECOND - 1;
        if (value.charAt(end) != 'Z' || (digits >= 0 && value.charAt(SECOND) != '.') || digits == 0 || digits > 9) {
            throw new IllegalArgumentException("'%s' is not a moment".formatted(value));
        }
        int known = Math.max(0, Math.min(digits, 6));
        int micros = digits(value, SECOND + 1, SECOND + 1 + known);
        digits(value, SECOND + 1 + known, end);
        for (int i = known; i < 6; i++) {
            micros *= 10;
        }
        return micros;
    }

    private void flag(String value) {
        boolean yes = value.equals("true");
        if (!yes && !value.equals("false")) {
            throw new IllegalArgumentException("'%s' is neither true nor false".formatted(value));
        }
        head('b', 1).put((byte) (yes ? 1 : 0));
    }

    private void bytes(char type, byte[] value) {
        head(type, value.length).put(value);
    }

    private ByteBuffer head(char type, int length) {
        return room(1 + Integer.BYTES + length).put((byte) type).putInt(length);
    }

    private ByteBuffer room(int length) {
        if (out.remaining() < length) {
            out = ByteBuffer.allocate(Math.max(2 * out.capacity(), out.position() + length))
                    .put(out.flip());
        }
        return out;
    }

    private byte[] encoded() {
        return Arrays.copyOf(out.array(), out.position());
    }

    /** Writes values as one line of a table: tabs between them, {@code \N} for none, and backslashes before what would break it. */
    static String row(Stream<String> values) {
        return values.map(EntryFormat::escaped).collect(Collectors.joining("\t"));
    }

    private static String escaped(String value) {
        if (value == null) {
            return "\\N";
        }
        return value.chars().noneMatch(c -> c < ' ' || c == '\\')
                ? value
                : value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    /**
     * Reads a value of a table; null for {@code \N}.
     *
     * @throws IllegalArgumentException when a backslash stands before something else
     */
    static String value(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        if (escaped.equals("\\N")) {
            return null;
        }
        var text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            switch (++i < escaped.length() ? escaped.charAt(i) : ' ') {
                case '\\' -> text.append('\\');
                case 't' -> text.append('\t');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                default -> throw new IllegalArgumentException("'%s' is not written as it must be".formatted(escaped));
            }
        }
        return text.toString();
    }
}
