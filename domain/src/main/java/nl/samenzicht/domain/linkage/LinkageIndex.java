package nl.samenzicht.domain.linkage;

import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.LinkageKey;
import nl.samenzicht.security.keys.LinkageKeys;

/**
 * The index of persons: one sealed record for each item that says who somebody is, and tokens under which it is found.
 *
 * <p>A token is of a compound and is stored with a sealed pointer to the record; which tokens are of one person, and of whom,
 * cannot be read from the tables. Finding takes one query by tokens and one by key, each on an index.
 */
@ApplicationScoped
public class LinkageIndex {

    /** More candidates than a question can do with; the rest are as good as strangers. */
    static final int MOST_CANDIDATES = 1_000;

    /** Of so many records of one's own agency it is seen whether they are about the same person. */
    static final int MOST_ALIKE = 64;

    /** Steps in which tokens are looked for, and records. */
    private static final int TOKENS_AT_ONCE = 32;

    private static final int CANDIDATES_AT_ONCE = 32;
    private static final int MOST_TOKENS = 32;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager store;
    private final LinkageKeys keys;
    private final Weights weights = Weights.standard();
    private final Map<Integer, byte[]> nobodies = new ConcurrentHashMap<>();

    protected LinkageIndex() {
        this(null, null);
    }

    @Inject
    public LinkageIndex(@Casework EntityManager store, LinkageKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /** Keeps a record of a description in an item, in place of the one that there was; none when it says nothing. */
    public void write(UUID item, CaseFileId caseFile, AgencyId owner, Persona persona) {
        remove(item);
        if (persona.isEmpty()) {
            return;
        }
        var entry = Entry.of(item, persona, weights.frequencies(), keys.current());
        store.createNativeQuery(
                        "insert into linkage_record (item_id, case_id, owner, sealed, sealed_places) values (?,?,?,?,?)")
                .setParameter(1, item.toString())
                .setParameter(2, caseFile.value().toString())
                .setParameter(3, owner.value().toString())
                .setParameter(4, entry.sealed())
                .setParameter(5, entry.sealedPlaces())
                .executeUpdate();
        if (!entry.tokens().isEmpty()) {
            var insert = store.createNativeQuery("insert into linkage_token (token, place, sealed) values "
                    + String.join(",", nCopies(entry.tokens().size(), "(?,?,?)")));
            int parameter = 1;
            for (var token : entry.tokens()) {
                insert.setParameter(parameter++, token.token());
                insert.setParameter(parameter++, token.place());
                insert.setParameter(parameter++, token.sealed());
            }
            insert.executeUpdate();
        }
    }

    /**
     * Notes which other cases of the same agency may be about the person that was recorded in one of them, for somebody to
     * decide on. What was noted before stays. A description that fits more than {@link #MOST_ALIKE} says too little to note all.
     */
    public void noteAlike(CaseFileId caseFile, AgencyId owner, Persona persona, Instant at) {
        var question = PersonQuestion.of(List.of(persona), weights);
        if (question.isEmpty()) {
            return;
        }
        var ofTheirs = " where c.owner = '" + owner.value() + "' limit " + MOST_ALIKE;
        for (var person : find(question, ofTheirs).persons()) {
            if (!person.caseFile().equals(caseFile)
                    && weights.answer(person.score(weights, any -> true)) != Answer.NOT_KNOWN) {
                var pair = AlikePair.of(caseFile, person.caseFile());
                store.createNativeQuery("insert ignore into alike (agency, case_a, case_b, found_at) values (?,?,?,?)")
                        .setParameter(1, owner.value().toString())
                        .setParameter(2, pair.one().value().toString())
                        .setParameter(3, pair.other().value().toString())
                        .setParameter(4, InstantConverter.column(at))
                        .executeUpdate();
            }
        }
    }

    /** The pairs of cases of an agency that were noted, newest first. */
    public List<AlikePair> alike(AgencyId owner, int most) {
        var query = store.createNativeQuery(
                        "select case_a, case_b from alike where agency = ? order by found_at desc, case_a limit "
                                + most)
                .setParameter(1, owner.value().toString());
        return rows(query).stream()
                .map(row -> AlikePair.of(
                        new CaseFileId(UUID.fromString(row[0].toString())),
                        new CaseFileId(UUID.fromString(row[1].toString()))))
                .toList();
    }

    /** Forgets what was kept of an item. */
    public void remove(UUID item) {
        var query = store.createNativeQuery("select sealed_places from linkage_record where item_id = ? for update")
                .setParameter(1, item.toString());
        for (var row : query.getResultList()) {
            open(item, (byte[]) row).ifPresent(places -> {
                while (places.hasRemaining()) {
                    store.createNativeQuery("delete from linkage_token where token = ? and place = ?")
                            .setParameter(1, places.getLong())
                            .setParameter(2, places.getLong())
                            .executeUpdate();
                }
            });
            store.createNativeQuery("delete from linkage_record where item_id = ?")
                    .setParameter(1, item.toString())
                    .executeUpdate();
        }
    }

    private Optional<ByteBuffer> open(UUID item, byte[] sealed) {
        return keys.withId(LinkageKey.idOf(sealed)).map(key -> ByteBuffer.wrap(key.open(Entry.place(item), sealed)));
    }

    /**
     * The persons of whom something may be about whom the question is, at all agencies, the asking one as well.
     *
     * <p>The same statements are sent, with the same numbers of tokens and candidates in steps, and as many records are opened
     * and compared, whoever is found: what there is too few of is made up with what belongs to nobody.
     */
    public Found find(PersonQuestion question) {
        return find(question, "");
    }

    private Found find(PersonQuestion question, String only) {
        var tokens = tokens(question);
        var items = candidates(tokens);
        int candidates = items.size();
        fill(items, CANDIDATES_AT_ONCE, () -> new UUID(RANDOM.nextLong(), RANDOM.nextLong()));
        // numbers are written out: they are nobody's words, and hundreds of parameters cost more than the query
        var rows = rows(store.createNativeQuery("select r.item_id, r.case_id, r.owner, r.sealed from"
                + " (select distinct case_id, owner from linkage_record where item_id in ("
                + items.stream().map(item -> "'" + item + "'").collect(joining(",")) + ")) c"
                + " join linkage_record r on r.case_id = c.case_id and r.owner = c.owner" + only));
        var found = new LinkedHashMap<Holder, Map<UUID, List<Comparison>>>();
        for (var row : rows) {
            var item = UUID.fromString(row[0].toString());
            var holder = new Holder(UUID.fromString(row[1].toString()), UUID.fromString(row[2].toString()));
            var comparisons = compare(question, item, (byte[]) row[3]);
            if (!comparisons.isEmpty()) {
                found.computeIfAbsent(holder, any -> new HashMap<>()).put(item, comparisons);
            }
        }
        int comparisons = rows.size();
        var nobody = nobody(keys.current());
        while (comparisons == 0 || comparisons % CANDIDATES_AT_ONCE != 0) {
            compare(question, NOBODY, nobody);
            comparisons++;
        }
        var persons = found.entrySet().stream()
                .map(each -> new FoundPerson(
                        new CaseFileId(each.getKey().caseFile()),
                        new AgencyId(each.getKey().owner()),
                        each.getValue()))
                .toList();
        return new Found(persons, new Work(tokens.size(), candidates, items.size(), comparisons));
    }

    /** Whom a question found, and what was done to find them. */
    public record Found(List<FoundPerson> persons, Work work) {
        public Found {
            persons = List.copyOf(persons);
        }
    }

    /**
     * What was done for a question, other than the time that it took.
     *
     * @param tokens how many tokens were looked for
     * @param found how many candidates there were
     * @param candidates how many records were looked for, those that are nobody's as well
     * @param comparisons how many records were opened and compared, those that are nobody's as well
     */
    public record Work(int tokens, int found, int candidates, int comparisons) {
        /** Whether somebody who saw the work of both could tell them apart. */
        public boolean looksLike(Work other) {
            return tokens == other.tokens && candidates == other.candidates && comparisons == other.comparisons;
        }
    }

    private record Holder(UUID caseFile, UUID owner) {}

    private Set<Long> tokens(PersonQuestion question) {
        var tokens = new LinkedHashSet<Long>();
        for (var key : keys.all()) {
            question.compounds().forEach(compound -> tokens.add(key.token(compound)));
        }
        fill(tokens, TOKENS_AT_ONCE, RANDOM::nextLong);
        return tokens;
    }

    private static <T> void fill(Set<T> some, int atOnce, Supplier<T> nobodys) {
        while (some.isEmpty() || some.size() % atOnce != 0) {
            some.add(nobodys.get());
        }
    }

    private Set<UUID> candidates(Set<Long> tokens) {
        var query = store.createNativeQuery("select token, place, sealed from linkage_token where token in ("
                + tokens.stream().map(String::valueOf).collect(joining(",")) + ") limit " + MOST_CANDIDATES);
        var items = new LinkedHashSet<UUID>();
        for (var row : rows(query)) {
            var sealed = (byte[]) row[2];
            keys.withId(LinkageKey.idOf(sealed)).ifPresent(key -> {
                var pointer = ByteBuffer.wrap(
                        key.open(Entry.place(((Number) row[0]).longValue(), ((Number) row[1]).longValue()), sealed));
                items.add(new UUID(pointer.getLong(), pointer.getLong()));
            });
        }
        return items;
    }

    private List<Comparison> compare(PersonQuestion question, UUID item, byte[] sealed) {
        return keys.withId(LinkageKey.idOf(sealed))
                .map(key -> {
                    var record = key.open(Entry.place(item), sealed);
                    return question.digests().stream()
                            .map(digest -> PersonRecord.compare(digest, record, key))
                            .toList();
                })
                .orElse(List.of());
    }

    /** A record of nobody, made once for each key. */
    private byte[] nobody(LinkageKey key) {
        return nobodies.computeIfAbsent(
                key.id(), any -> key.seal(Entry.place(NOBODY), PersonRecord.of(new Digest(Persona.NOBODY), key)));
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return (List<Object[]>) query.getResultList();
    }

    /** What is stored of one description. */
    record Entry(byte[] sealed, byte[] sealedPlaces, List<Token> tokens) {

        record Token(long token, long place, byte[] sealed) {}

        static Entry of(UUID item, Persona persona, Frequencies frequencies, LinkageKey key) {
            var place = place(item);
            var pointer = ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(item.getMostSignificantBits())
                    .putLong(item.getLeastSignificantBits())
                    .array();
            var tokens = Blocking.of(persona, frequencies).stream()
                    .limit(MOST_TOKENS)
                    .map(compound -> key.token(compound.one(RANDOM)))
                    .map(token -> {
                        long at = RANDOM.nextLong();
                        return new Token(token, at, key.seal(place(token, at), pointer));
                    })
                    .toList();
            var places = ByteBuffer.allocate(tokens.size() * 2 * Long.BYTES);
            tokens.forEach(token -> places.putLong(token.token()).putLong(token.place()));
            return new Entry(
                    key.seal(place, PersonRecord.of(new Digest(persona), key)),
                    key.seal(place, places.array()),
                    tokens);
        }

        static byte[] place(UUID item) {
            return ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(item.getMostSignificantBits())
                    .putLong(item.getLeastSignificantBits())
                    .array();
        }

        static byte[] place(long token, long at) {
            return ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(token)
                    .putLong(at)
                    .array();
        }
    }
}
