package nl.samenzicht.security.keys;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;

/** One keyset as it is in use, read again when its file was replaced and an unknown key turns up. */
final class Keyring<P> {
    private static final System.Logger LOG = System.getLogger(Keyring.class.getName());
    private static final long LOOK_AGAIN_NANOS = 2_000_000_000L;

    private final KeyFolder folder;
    private final KeyUse use;
    private final Reading<P> reading;
    private volatile State<P> state;

    Keyring(KeyFolder folder, KeyUse use, Reading<P> reading) {
        this.folder = folder;
        this.use = use;
        this.reading = reading;
        this.state = read(folder.keyset(use));
    }

    private record State<P>(KeysetHandle keyset, P primitive, long readAt) {}

    interface Reading<P> {
        P of(KeysetHandle keyset) throws GeneralSecurityException;
    }

    interface Use<P, T> {
        T by(P primitive) throws GeneralSecurityException;
    }

    P current() {
        var now = state;
        if (System.nanoTime() - now.readAt() > LOOK_AGAIN_NANOS) {
            return renewed(now).primitive();
        }
        return now.primitive();
    }

    /** Asks for something that a newer keyset may have; null means that this one has it not. */
    <T> T withKey(Use<P, T> ask) throws GeneralSecurityException {
        var known = state;
        var found = ask.by(known.primitive());
        if (found == null) {
            found = ask.by(renewed(known).primitive());
        }
        if (found == null) {
            throw new KeyFailure("%s has no such key".formatted(use));
        }
        return found;
    }

    boolean tryEach(Use<P, Boolean> check) {
        var known = state;
        if (passes(check, known.primitive())) {
            return true;
        }
        var fresh = renewed(known);
        return fresh.keyset() != known.keyset() && passes(check, fresh.primitive());
    }

    private static <P> boolean passes(Use<P, Boolean> check, P primitive) {
        try {
            return check.by(primitive);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private State<P> renewed(State<P> known) {
        State<P> fresh;
        try {
            var keyset = folder.keyset(use);
            fresh = keyset == known.keyset() ? new State<>(keyset, known.primitive(), System.nanoTime()) : read(keyset);
        } catch (KeyFailure unreadable) {
            LOG.log(System.Logger.Level.WARNING, "Going on with the keys that were read before", unreadable);
            fresh = new State<>(known.keyset(), known.primitive(), System.nanoTime());
        }
        state = fresh;
        return fresh;
    }

    private State<P> read(KeysetHandle keyset) {
        try {
            return new State<>(keyset, reading.of(keyset), System.nanoTime());
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("Keyset %s cannot be used: %s".formatted(use, e.getMessage()), e);
        }
    }
}
