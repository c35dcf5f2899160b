package nl.samenzicht.security.ledger;

import java.net.URI;
import java.util.List;
import nl.samenzicht.tlog.NoteKey;

/**
 * A witness that this installation asks for its cosignatures.
 *
 * @param key with which it cosigns
 * @param url below which it answers
 */
record WitnessAddress(NoteKey key, URI url) {
    WitnessAddress {
        if (key.type() != NoteKey.Type.COSIGNATURE) {
            throw new IllegalArgumentException("Key '%s' is not that of a witness".formatted(key));
        }
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException("'%s' is not the address of a witness".formatted(url));
        }
    }

    /**
     * Reads a list of witnesses: on each line a verifier key, a space, and an address.
     *
     * @throws IllegalArgumentException when a line says something else
     */
    static List<WitnessAddress> parseAll(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .map(words -> {
                    if (words.length != 2) {
                        throw new IllegalArgumentException("A witness is a key and an address on one line");
                    }
                    return new WitnessAddress(NoteKey.parse(words[0]), URI.create(words[1]));
                })
                .toList();
    }
}
