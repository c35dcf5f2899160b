package nl.samenzicht.domain.linkage;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LinkageKeys;

/**
 * What somebody learns who has the tables and not the keys, knows how they are made, and knows exactly how often each name,
 * each date and each compound of them is found among just these people: more than any register of names would tell.
 *
 * <p>Values in the tables and values in the population are put in order of how often they are found, and matched by rank; where
 * several are found as often, one guess is as good as another, and the order is left to chance. A person counts as identified as
 * soon as one thing of them is guessed right, be it only that somebody with this name and this birthday is in the tables.
 */
public final class FrequencyAttack {

    /** What came out of one attack. */
    public record Outcome(double identified, double blind) {
        @Override
        public String toString() {
            return "%.5f (guessing blindly %.5f)".formatted(identified, blind);
        }
    }

    private static final int WORD = 24;

    private final List<Persona> people;
    private final Random chance = new Random(7);

    public FrequencyAttack(List<Persona> people) {
        this.people = List.copyOf(people);
    }

    /** On the tokens as they are stored: which belong together is sealed, so each stands alone. */
    public Outcome onTokens(Frequencies frequencies) {
        var random = new Random(people.size());
        var written = new IdentityHashMap<Persona, Set<String>>();
        people.forEach(persona -> written.put(
                persona,
                Blocking.of(persona, frequencies).stream()
                        .map(compound -> compound.one(random))
                        .collect(Collectors.toSet())));
        return align(written::get);
    }

    /** On the records as they are stored, by looking for sealed records or parts of eight bytes of them that are equal. */
    public Outcome onSealedRecords(Frequencies frequencies) {
        var key = new LinkageKeys(KeyFolder.inMemory()).current();
        return patterns(persona -> LinkageIndex.Entry.of(UUID.randomUUID(), persona, frequencies, key)
                .sealed());
    }

    /** On records whose seal has failed, by the patterns in them. */
    public Outcome onRecords() {
        var key = new LinkageKeys(KeyFolder.inMemory()).current();
        return patterns(persona -> PersonRecord.of(new Digest(persona), key));
    }

    /** On what records would be with one salt for all, which is how keyed patterns are usually made: shows that the attack works. */
    public Outcome onUnsaltedRecords() {
        var key = new LinkageKeys(KeyFolder.inMemory()).current();
        var salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return patterns(persona -> {
            var digest = new Digest(persona);
            var record = ByteBuffer.allocate(PersonRecord.LENGTH);
            var tags = digest.under(key, salt);
            for (int i = 0; i < digest.family.wordCount(); i++) {
                record.putInt(WORD + 104 + i * Integer.BYTES, tags.whole(digest.family.words() + i));
            }
            return record.array();
        });
    }

    /** On the tokens of single names that exact search has always kept beside its items. */
    public Outcome onSearchTokens() {
        return align(persona -> new HashSet<>(persona.family()));
    }

    /** As a token has one meaning and the key hides it, tokens are written here as what they mean, and guesses ignore it. */
    private Outcome align(Function<Persona, Set<String>> values) {
        var counts = new HashMap<String, Integer>();
        people.forEach(person -> values.apply(person).forEach(value -> counts.merge(value, 1, Integer::sum)));
        var guesses = byRank(counts, counts);
        long identified = people.stream()
                .filter(person -> values.apply(person).stream().anyMatch(value -> value.equals(guesses.get(value))))
                .count();
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
        return new Outcome((double) identified / people.size(), (double) most / people.size());
    }

    /** What is guessed for each value that is seen. */
    private Map<String, String> byRank(Map<String, Integer> seen, Map<String, Integer> known) {
        var tokens = ranked(seen);
        var values = ranked(known);
        var guesses = new HashMap<String, String>();
        for (int i = 0; i < Math.min(tokens.size(), values.size()); i++) {
            guesses.put(tokens.get(i), values.get(i));
        }
        return guesses;
    }

    private List<String> ranked(Map<String, Integer> counts) {
        // by chance among those found as often: neither the texts nor the tokens have an order that helps
        var mixed = new ArrayList<>(counts.keySet());
        Collections.shuffle(mixed, chance);
        mixed.sort(Comparator.comparing((String value) -> counts.get(value)).reversed());
        return mixed;
    }

    /**
     * Looks at each place of four bytes in all records at once: the values there, by how often they are found, against family
     * names by how often those are. The place that gives most away counts.
     */
    private Outcome patterns(Function<Persona, byte[]> made) {
        var records = people.stream().map(made).toList();
        var family = new HashMap<String, Integer>();
        people.forEach(person -> person.family().forEach(word -> family.merge(word, 1, Integer::sum)));
        double best = 0;
        int length = records.get(0).length;
        for (int at = 0; at + Integer.BYTES <= length; at += Integer.BYTES) {
            best = Math.max(best, pattern(records, at, family));
        }
        int most = family.values().stream().mapToInt(count -> count).max().orElse(0);
        return new Outcome(best, (double) most / people.size());
    }

    private double pattern(Collection<byte[]> records, int at, Map<String, Integer> family) {
        var seen = new HashMap<String, Integer>();
        var values = new ArrayList<String>();
        for (var record : records) {
            var value = Integer.toHexString(ByteBuffer.wrap(record).getInt(at));
            values.add(value);
            seen.merge(value, 1, Integer::sum);
        }
        if (seen.size() == 1) {
            // the same in all, such as the number of the key
            return 0;
        }
        var guesses = byRank(seen, family);
        int right = 0;
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).family().contains(guesses.getOrDefault(values.get(i), ""))) {
                right++;
            }
        }
        return (double) right / people.size();
    }
}
