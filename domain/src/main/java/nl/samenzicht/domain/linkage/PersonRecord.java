package nl.samenzicht.domain.linkage;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import nl.samenzicht.domain.linkage.Digest.Field;
import nl.samenzicht.domain.linkage.Digest.Tags;
import nl.samenzicht.security.keys.LinkageKey;

/**
 * What is kept of a description: always as many bytes, and without the key as good as random, since each record has a salt of
 * its own, empty places are filled with noise and the counts are hidden. Two records of one person have nothing in common;
 * only a question that is known in full can be held against them.
 *
 * <p>This is the record-salted form of the keyed bit patterns of Schnell, Bachteler and Reiher (2009): as the asking side knows
 * what it asks, nothing needs to be comparable at rest, and the attacks by frequency on such patterns (Christen, Ranbaduge,
 * Vatsalan and Schnell 2019; Vidanage, Christen, Ranbaduge and Schnell 2020) find none.
 */
final class PersonRecord {

    /** How long a record is. */
    static final int LENGTH;

    private static final int SALT = 16;
    private static final int COUNTS = 8;
    private static final int FIELD =
            3 * Integer.BYTES * Digest.MOST_WORDS + Short.BYTES * Digest.MOST_WORDS + Short.BYTES * Digest.MOST_GRAMS;
    private static final int GIVEN = SALT + COUNTS;
    private static final int FAMILY = GIVEN + FIELD;
    private static final int OTHERS = FAMILY + FIELD;
    private static final int DATE = OTHERS + FIELD;
    private static final int NUMBERS = DATE + Digest.DIGITS * Integer.BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final double CLOSE = 0.7;
    private static final double LIKE = 0.5;
    private static final double SOMEWHAT = 0.35;
    private static final double SPELLED_ALIKE = 0.4;

    static {
        LENGTH = NUMBERS + 3 * Integer.BYTES;
    }

    private PersonRecord() {}

    /** Makes a record of a description under a new salt. */
    static byte[] of(Digest digest, LinkageKey key) {
        var record = new byte[LENGTH];
        RANDOM.nextBytes(record);
        var tags = digest.under(key, Arrays.copyOf(record, SALT));
        var out = ByteBuffer.wrap(record);
        var counts = ByteBuffer.allocate(COUNTS)
                .put((byte) digest.given.wordCount())
                .put((byte) digest.given.gramCount())
                .put((byte) digest.family.wordCount())
                .put((byte) digest.family.gramCount())
                .put((byte) digest.others.wordCount())
                .put((byte) digest.others.gramCount())
                .put((byte) digest.precision)
                .put((byte) ((digest.bsn < 0 ? 0 : 1) | (digest.vNumber < 0 ? 0 : 2) | (digest.phone < 0 ? 0 : 4)));
        out.putLong(SALT, counts.getLong(0) ^ tags.mask());
        put(out, GIVEN, digest.given, tags);
        put(out, FAMILY, digest.family, tags);
        put(out, OTHERS, digest.others, tags);
        int known = new int[] {0, 4, 6, 8}[digest.precision];
        for (int i = 0; i < known; i++) {
            out.putInt(DATE + i * Integer.BYTES, tags.whole(digest.digits + i));
        }
        int number = NUMBERS;
        for (int position : new int[] {digest.bsn, digest.vNumber, digest.phone}) {
            if (position >= 0) {
                out.putInt(number, tags.whole(position));
            }
            number += Integer.BYTES;
        }
        return record;
    }

    private static void put(ByteBuffer out, int at, Field field, Tags tags) {
        for (int i = 0; i < field.wordCount(); i++) {
            out.putInt(at + i * Integer.BYTES, tags.whole(field.words() + i));
            out.putInt(at + (Digest.MOST_WORDS + i) * Integer.BYTES, tags.whole(field.sounds() + i));
            out.putInt(at + (2 * Digest.MOST_WORDS + i) * Integer.BYTES, tags.whole(field.roots() + i));
            out.putShort(initials(at) + i * Short.BYTES, tags.half(field.initials() + i));
        }
        for (int i = 0; i < field.gramCount(); i++) {
            out.putShort(grams(at) + i * Short.BYTES, tags.half(field.grams() + i));
        }
    }

    private static int initials(int field) {
        return field + 3 * Digest.MOST_WORDS * Integer.BYTES;
    }

    private static int grams(int field) {
        return initials(field) + Digest.MOST_WORDS * Short.BYTES;
    }

    /** What agrees between a question and a record. */
    static Comparison compare(Digest asked, byte[] bytes, LinkageKey key) {
        return new Reading(asked, ByteBuffer.wrap(bytes), asked.under(key, Arrays.copyOf(bytes, SALT))).comparison();
    }

    /** One record, read with the pieces of the question under its salt. */
    private record Reading(Digest asked, ByteBuffer record, Tags tags) {

        Comparison comparison() {
            var counts = ByteBuffer.allocate(COUNTS).putLong(record.getLong(SALT) ^ tags.mask());
            var given = new Stored(GIVEN, counts.get(0), counts.get(1));
            var family = new Stored(FAMILY, counts.get(2), counts.get(3));
            var others = new Stored(OTHERS, counts.get(4), counts.get(5));
            int numbers = counts.get(7);
            return new Comparison(
                    agreement(asked.given, given),
                    agreement(asked.family, family),
                    agreement(asked.given, family),
                    agreement(asked.family, given),
                    best(
                            agreement(asked.others, given),
                            agreement(asked.given, others),
                            agreement(asked.others, others)),
                    best(
                            agreement(asked.others, family),
                            agreement(asked.family, others),
                            agreement(asked.others, others)),
                    date(counts.get(6)),
                    number(asked.bsn, 0, (numbers & 1) != 0),
                    number(asked.vNumber, 1, (numbers & 2) != 0),
                    number(asked.phone, 2, (numbers & 4) != 0));
        }

        /** Where a field stands, and what it holds; under another key the counts are random, and no field holds more than fits. */
        private record Stored(int at, int words, int grams) {
            Stored {
                words = within(words, Digest.MOST_WORDS);
                grams = within(grams, Digest.MOST_GRAMS);
            }

            private static int within(int count, int most) {
                return Math.max(0, Math.min(count, most));
            }
        }

        private static NameAgreement best(NameAgreement... agreements) {
            return Arrays.stream(agreements)
                    .min(Comparator.comparing(NameAgreement::level))
                    .orElse(NameAgreement.UNKNOWN);
        }

        private NameAgreement agreement(Field field, Stored stored) {
            var level = level(field, stored);
            int kind = level.sharesWords() ? 0 : level.sharesSound() ? 1 : level.sharesRoot() ? 2 : -1;
            if (kind < 0) {
                return NameAgreement.of(level);
            }
            var shared = new ArrayList<String>();
            int first = kind == 0 ? field.words() : kind == 1 ? field.sounds() : field.roots();
            int at = stored.at() + kind * Digest.MOST_WORDS * Integer.BYTES;
            for (int i = 0; i < field.wordCount(); i++) {
                if (shared(first + i, 1, at, stored.words()) > 0) {
                    shared.add(field.texts().get(i));
                }
            }
            return new NameAgreement(level, shared);
        }

        private NameLevel level(Field field, Stored stored) {
            if (field.isEmpty() || stored.words() == 0) {
                return NameLevel.UNKNOWN;
            }
            int same = shared(field.words(), field.wordCount(), stored.at(), stored.words());
            if (same > 0) {
                return same == field.wordCount() && same == stored.words() ? NameLevel.SAME : NameLevel.PART;
            }
            if (shared(
                            field.roots(),
                            field.wordCount(),
                            stored.at() + 2 * Digest.MOST_WORDS * Integer.BYTES,
                            stored.words())
                    > 0) {
                return NameLevel.NICKNAME;
            }
            double dice = dice(field, stored);
            boolean sound = shared(
                            field.sounds(),
                            field.wordCount(),
                            stored.at() + Digest.MOST_WORDS * Integer.BYTES,
                            stored.words())
                    > 0;
            if (sound && dice >= SPELLED_ALIKE) {
                return NameLevel.SOUND;
            }
            if (dice >= CLOSE) {
                return NameLevel.CLOSE;
            }
            if (dice >= LIKE) {
                return NameLevel.LIKE;
            }
            if (initialFits(field, stored)) {
                return NameLevel.INITIAL;
            }
            if (sound) {
                return NameLevel.FAR_SOUND;
            }
            return dice >= SOMEWHAT ? NameLevel.SOMEWHAT : NameLevel.OTHER;
        }

        private int shared(int first, int count, int at, int stored) {
            int shared = 0;
            for (int i = 0; i < count; i++) {
                int tag = tags.whole(first + i);
                for (int j = 0; j < stored; j++) {
                    if (record.getInt(at + j * Integer.BYTES) == tag) {
                        shared++;
                        break;
                    }
                }
            }
            return shared;
        }

        /** Whether a single letter on one side begins a word on the other. */
        private boolean initialFits(Field field, Stored stored) {
            if (shared(field.initials(), field.wordCount(), stored.at(), stored.words()) > 0) {
                return true;
            }
            for (int i = 0; i < field.wordCount(); i++) {
                short letter = tags.half(field.words() + i);
                for (int j = 0; j < stored.words(); j++) {
                    if (record.getShort(initials(stored.at()) + j * Short.BYTES) == letter) {
                        return true;
                    }
                }
            }
            return false;
        }

        private double dice(Field field, Stored stored) {
            int shared = 0;
            int at = grams(stored.at());
            for (int i = 0; i < field.gramCount(); i++) {
                short tag = tags.half(field.grams() + i);
                for (int j = 0; j < stored.grams(); j++) {
                    if (record.getShort(at + j * Short.BYTES) == tag) {
                        shared++;
                        break;
                    }
                }
            }
            return 2.0 * shared / (field.gramCount() + stored.grams());
        }

        private DateLevel date(int precision) {
            int common = Math.min(precision, asked.precision);
            if (common <= 0) {
                return DateLevel.UNKNOWN;
            }
            var differs = differing(asked.digits, new int[] {0, 4, 6, 8}[common]);
            if (common < 3) {
                return differs.digits() == 0
                        ? (common == 2 ? DateLevel.MONTH : DateLevel.YEAR)
                        : differs.digits() == 1 ? DateLevel.TWO_PARTS : DateLevel.OTHER;
            }
            if (differs.digits() == 0) {
                return DateLevel.SAME;
            }
            if (differing(asked.swapped, Digest.DIGITS).digits() == 0) {
                return DateLevel.SWAPPED;
            }
            if (differs.digits() == 1) {
                return DateLevel.ONE_DIGIT;
            }
            if (differs.parts() == 1) {
                return differs.digits() == 2 ? DateLevel.TWO_DIGITS : DateLevel.ONE_PART;
            }
            return differs.digits() == 2 ? DateLevel.TWO_PARTS : DateLevel.OTHER;
        }

        private record Differing(int digits, int parts) {}

        private Differing differing(int first, int digits) {
            int different = 0;
            int parts = 0;
            for (int i = 0; i < digits; i++) {
                if (record.getInt(DATE + i * Integer.BYTES) != tags.whole(first + i)) {
                    different++;
                    parts |= i < 4 ? 1 : i < 6 ? 2 : 4;
                }
            }
            return new Differing(different, Integer.bitCount(parts));
        }

        private NumberLevel number(int position, int slot, boolean stored) {
            if (position < 0 || !stored) {
                return NumberLevel.UNKNOWN;
            }
            return record.getInt(NUMBERS + slot * Integer.BYTES) == tags.whole(position)
                    ? NumberLevel.SAME
                    : NumberLevel.OTHER;
        }
    }
}
