package nl.samenzicht.domain.oversight;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import nl.samenzicht.security.ledger.LoggedEntry;

/**
 * Draws accesses by a seed: those whose code, hashed with the seed by SHA-256, comes first. Which they are depends on the seed
 * and on what was accessed, and not on the order in which that is read, so that anybody can draw the same again.
 */
final class Draw {
    private record Lot(byte[] hash, LoggedEntry line) {}

    private static final Comparator<Lot> BY_HASH = (one, other) -> Arrays.compareUnsigned(one.hash(), other.hash());

    private final long seed;
    private final int size;
    private final PriorityQueue<Lot> first = new PriorityQueue<>(BY_HASH.reversed());
    private int accesses;

    Draw(long seed, int size) {
        this.seed = seed;
        this.size = size;
    }

    /** Lets a line take part when it is an access to a case; nothing else is drawn. */
    void offer(LoggedEntry line) {
        if (!Watch.isLook(line)
                || !Watch.permitted(line)
                || line.event().actor().professional() == null) {
            return;
        }
        accesses++;
        first.add(new Lot(hash(line), line));
        if (first.size() > size) {
            first.poll();
        }
    }

    /** How many took part. */
    int accesses() {
        return accesses;
    }

    /** What was drawn, the earliest first. */
    List<LoggedEntry> drawn() {
        return first.stream()
                .map(Lot::line)
                .sorted(Comparator.comparing((LoggedEntry line) -> line.event().at())
                        .thenComparing(line -> line.code().value()))
                .toList();
    }

    private byte[] hash(LoggedEntry line) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((seed + ":" + line.code()).getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
