package nl.samenzicht.tlog;

import java.io.IOException;

/** Where the hashes of a tree come from: tiles over HTTP, a database, or a list of leaves. */
@FunctionalInterface
public interface HashSource {
    /**
     * The root of the complete subtree over the leaves from {@code index * 2^height} on, {@code 2^height} of them.
     *
     * @throws IOException when it cannot be had
     */
    byte[] hash(int height, long index) throws IOException;
}
