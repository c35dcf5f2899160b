package nl.samenzicht.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A text with signatures beneath it, as the C2SP {@code signed-note} format has it, so that other people's verifiers can
 * read ours.
 *
 * @param text what is signed; ends in a new line
 * @param signatures the lines beneath it, also those of keys that are not known here
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 */
public record SignedNote(String text, List<Signature> signatures) {
    private static final String MARK = "—";
    private static final int MAX_LENGTH = 10_000;

    /** Refuses a text that does not end in a new line. */
    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("A note ends in a new line");
        }
        signatures = List.copyOf(signatures);
    }

    /** One signature line: the name of the key, and the signature with the key's number before it. */
    public record Signature(String name, String base64) {
        /** Reads one line. */
        static Signature parse(String line) {
            var parts = line.split(" ", -1);
            if (parts.length != 3 || !parts[0].equals(MARK) || !NoteKey.isName(parts[1])) {
                throw new IllegalArgumentException("A signature is a dash, a name, and the signature");
            }
            return new Signature(parts[1], parts[2]);
        }

        static Signature of(NoteKey key, byte[] signature) {
            var line = ByteBuffer.allocate(NoteKey.NUMBER + signature.length)
                    .put(key.number())
                    .put(signature)
                    .array();
            return new Signature(key.name(), Base64.getEncoder().encodeToString(line));
        }

        /** What this key is said to have signed with, without its number; nothing when the line names another key. */
        private Stream<byte[]> by(NoteKey key) {
            if (!name.equals(key.name())) {
                return Stream.empty();
            }
            try {
                var line = Base64.getDecoder().decode(base64);
                boolean oneWay = Base64.getEncoder().encodeToString(line).equals(base64);
                return oneWay
                                && line.length > NoteKey.NUMBER
                                && Arrays.equals(Arrays.copyOf(line, NoteKey.NUMBER), key.number())
                        ? Stream.of(Arrays.copyOfRange(line, NoteKey.NUMBER, line.length))
                        : Stream.empty();
            } catch (IllegalArgumentException notBase64) {
                return Stream.empty();
            }
        }

        private String written() {
            return MARK + " " + name + " " + base64 + "\n";
        }
    }

    /** Signs a text with one Ed25519 key. */
    public static SignedNote sign(String text, NoteKey key, UnaryOperator<byte[]> signer) {
        return new SignedNote(text, List.of(Signature.of(key, signer.apply(text.getBytes(UTF_8)))));
    }

    /** The same note with one more signature line. */
    public SignedNote with(Signature another) {
        return new SignedNote(
                text, Stream.concat(signatures.stream(), Stream.of(another)).toList());
    }

    /** The whole note as it is stored and sent. */
    public String written() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.written()));
        return note.toString();
    }

    /**
     * Reads a note.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static SignedNote parse(String note) {
        int border = note.lastIndexOf("\n\n");
        if (border < 0 || note.length() > MAX_LENGTH || !note.endsWith("\n")) {
            throw new IllegalArgumentException("A note is a text, an empty line, and signatures");
        }
        var signatures = new ArrayList<Signature>();
        for (var line : note.substring(border + 2, note.length() - 1).split("\n", -1)) {
            signatures.add(Signature.parse(line));
        }
        return new SignedNote(note.substring(0, border + 1), signatures);
    }

    /** The signatures that say they are of this key, each without the key's number; whether they hold is not looked at. */
    public List<byte[]> signaturesOf(NoteKey key) {
        return signatures.stream().flatMap(line -> line.by(key)).toList();
    }

    /** Whether a line says that it is of this key. */
    public boolean names(NoteKey key) {
        return !signaturesOf(key).isEmpty();
    }

    /** Whether this key signed the text; a cosignature does not count as a signature. */
    public boolean signedBy(NoteKey key) {
        return key.type() == NoteKey.Type.NOTE
                && signaturesOf(key).stream()
                        .anyMatch(signature -> Ed25519.verifies(key.key(), text.getBytes(UTF_8), signature));
    }
}
