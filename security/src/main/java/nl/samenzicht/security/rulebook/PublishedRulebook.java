package nl.samenzicht.security.rulebook;

import java.time.Instant;
import java.util.HexFormat;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Rulebook;

/**
 * One version on the shelf.
 *
 * @param rulebook its rules
 * @param hash the SHA-256 of the table as it was published; whoever signs, signs this
 * @param demo whether it came with made-up people and signatures
 * @param entry the line in the ledger that says it was published
 */
public record PublishedRulebook(Rulebook rulebook, byte[] hash, boolean demo, Instant publishedAt, EntryCode entry) {
    public PublishedRulebook {
        hash = hash.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    /** Returns its name and version, such as {@code default-1}. */
    public String reference() {
        return rulebook.reference();
    }

    /** Returns the hash in groups of eight letters, as people compare it. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hash).replaceAll("(.{8})(?=.)", "$1 ");
    }
}
