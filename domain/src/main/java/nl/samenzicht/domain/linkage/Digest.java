package nl.samenzicht.domain.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.samenzicht.domain.person.PartialDate;
import nl.samenzicht.security.keys.LinkageKey;

/**
 * A description in small pieces, each a digest of its own, in the order in which records and questions use them: what is done
 * once, before any key comes to it.
 */
final class Digest {

    static final int MOST_WORDS = 4;
    static final int MOST_GRAMS = 24;
    static final int DIGITS = 8;

    /** The pieces of one field for names. */
    record Field(int words, int sounds, int roots, int initials, int grams, List<String> texts, int gramCount) {
        int wordCount() {
            return texts.size();
        }

        boolean isEmpty() {
            return texts.isEmpty();
        }
    }

    private final byte[] blocks;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int count;
    final Field given;
    final Field family;
    final Field others;
    final int precision;
    final int digits;
    final int swapped;
    final int bsn;
    final int vNumber;
    final int phone;

    Digest(Persona persona) {
        add("mask");
        given = field(persona.given());
        family = field(persona.family());
        others = field(persona.others());
        precision = persona.birthDate().map(Digest::precision).orElse(0);
        digits = persona.birthDate().map(date -> digits(date, false)).orElse(-1);
        swapped = persona.birthDate()
                .filter(date -> date.day() != 0)
                .map(date -> digits(date, true))
                .orElse(-1);
        bsn = persona.bsn().map(number -> add("bsn" + number)).orElse(-1);
        vNumber = persona.vNumber().map(number -> add("v" + number)).orElse(-1);
        phone = persona.phone().map(number -> add("phone" + number)).orElse(-1);
        blocks = written.toByteArray();
    }

    private static int precision(PartialDate date) {
        return date.month() == 0 ? 1 : date.day() == 0 ? 2 : 3;
    }

    private int digits(PartialDate date, boolean swap) {
        int first = count;
        var text = "%04d%02d%02d"
                .formatted(date.year(), swap ? date.day() : date.month(), swap ? date.month() : date.day());
        for (int i = 0; i < DIGITS; i++) {
            add("d" + i + text.charAt(i));
        }
        return first;
    }

    private Field field(List<String> words) {
        int firstWord = count;
        words.forEach(word -> add("w" + word));
        int firstSound = count;
        words.forEach(word -> add("s" + Sound.of(word)));
        int firstRoot = count;
        words.forEach(word -> add("n" + Nicknames.root(word).orElse(word)));
        int firstInitial = count;
        words.forEach(word -> add("w" + word.substring(0, 1)));
        int firstGram = count;
        var grams = grams(words);
        grams.forEach(gram -> add("g" + gram));
        return new Field(firstWord, firstSound, firstRoot, firstInitial, firstGram, words, grams.size());
    }

    private static Set<String> grams(List<String> words) {
        var grams = new LinkedHashSet<String>();
        for (var word : words) {
            var padded = "_" + word + "_";
            for (int i = 0; i + 2 <= padded.length() && grams.size() < MOST_GRAMS; i++) {
                grams.add(padded.substring(i, i + 2));
            }
        }
        return grams;
    }

    private int add(String piece) {
        try {
            written.write(MessageDigest.getInstance("SHA-256").digest(piece.getBytes(UTF_8)), 0, LinkageKey.BLOCK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return count++;
    }

    /** The pieces as they are under one salt. */
    Tags under(LinkageKey key, byte[] salt) {
        return new Tags(ByteBuffer.wrap(key.tags(salt, blocks)));
    }

    /** Pieces under one salt, by their position. */
    record Tags(ByteBuffer bytes) {
        int whole(int position) {
            return bytes.getInt(position * LinkageKey.BLOCK);
        }

        short half(int position) {
            return bytes.getShort(position * LinkageKey.BLOCK);
        }

        /** Eight bytes that hide the counts of a record. */
        long mask() {
            return bytes.getLong(0);
        }
    }
}
