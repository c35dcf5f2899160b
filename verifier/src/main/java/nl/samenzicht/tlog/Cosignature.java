package nl.samenzicht.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a witness states below a checkpoint: of all states of this log that I saw by this time, each grew out of the one
 * before, and this is the largest.
 *
 * @param witness the key that made it
 * @param at when, in whole seconds
 * @see <a href="https://c2sp.org/tlog-cosignature">C2SP tlog-cosignature, {@code cosignature/v1}</a>
 */
public record Cosignature(NoteKey witness, Instant at) {
    private static final int TIME = 8;

    /** Adds the cosignature of a witness to a checkpoint. */
    public static SignedNote add(SignedNote checkpoint, NoteKey witness, Instant at, UnaryOperator<byte[]> signer) {
        if (witness.type() != NoteKey.Type.COSIGNATURE) {
            throw new IllegalArgumentException("Key '%s' is not for cosigning".formatted(witness));
        }
        long seconds = at.getEpochSecond();
        var signature = signer.apply(message(seconds, checkpoint.text()));
        var timed = ByteBuffer.allocate(TIME + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        return checkpoint.with(SignedNote.Signature.of(witness, timed));
    }

    /** The newest cosignature of a witness below a checkpoint that holds; empty when there is none. */
    public static Optional<Cosignature> of(SignedNote checkpoint, NoteKey witness) {
        return witness.type() == NoteKey.Type.COSIGNATURE
                ? checkpoint.signaturesOf(witness).stream()
                        .filter(timed -> holds(timed, checkpoint.text(), witness))
                        .map(timed -> ByteBuffer.wrap(timed).getLong())
                        .max(Long::compare)
                        .map(seconds -> new Cosignature(witness, Instant.ofEpochSecond(seconds)))
                : Optional.empty();
    }

    private static boolean holds(byte[] timed, String text, NoteKey witness) {
        if (timed.length != TIME + Ed25519.SIGNATURE) {
            return false;
        }
        var bytes = ByteBuffer.wrap(timed);
        long seconds = bytes.getLong();
        var signature = new byte[Ed25519.SIGNATURE];
        bytes.get(signature);
        return seconds > 0
                && seconds <= Instant.MAX.getEpochSecond()
                && Ed25519.verifies(witness.key(), message(seconds, text), signature);
    }

    private static byte[] message(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
    }
}
