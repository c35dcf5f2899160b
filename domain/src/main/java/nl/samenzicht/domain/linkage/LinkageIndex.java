package nl.samenzicht.domain.linkage;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
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

    private static final int MOST_TOKENS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager store;
    private final LinkageKeys keys;
    private final Weights weights = Weights.standard();

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
        for (var token : entry.tokens()) {
            store.createNativeQuery("insert into linkage_token (token, place, sealed) values (?,?,?)")
                    .setParameter(1, token.token())
                    .setParameter(2, token.place())
                    .setParameter(3, token.sealed())
                    .executeUpdate();
        }
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

    /** The persons of whom something may be about whom the question is, at all agencies, the asking one as well. */
    public List<FoundPerson> find(PersonQuestion question) {
        var items = candidates(question);
        if (items.isEmpty()) {
            return List.of();
        }
        var query =
                store.createNativeQuery("select distinct r.item_id, r.case_id, r.owner, r.sealed from linkage_record c"
                        + " join linkage_record r on r.case_id = c.case_id and r.owner = c.owner where c.item_id in ("
                        + marks(items) + ")");
        int position = 1;
        for (var item : items) {
            query.setParameter(position++, item.toString());
        }
        var found = new LinkedHashMap<Holder, Map<UUID, List<Comparison>>>();
        for (var row : rows(query)) {
            var item = UUID.fromString(row[0].toString());
            var holder = new Holder(UUID.fromString(row[1].toString()), UUID.fromString(row[2].toString()));
            var comparisons = compare(question, item, (byte[]) row[3]);
            if (!comparisons.isEmpty()) {
                found.computeIfAbsent(holder, any -> new HashMap<>()).put(item, comparisons);
            }
        }
        return found.entrySet().stream()
                .map(each -> new FoundPerson(
                        new CaseFileId(each.getKey().caseFile()),
                        new AgencyId(each.getKey().owner()),
                        each.getValue()))
                .toList();
    }

    private record Holder(UUID caseFile, UUID owner) {}

    private Set<UUID> candidates(PersonQuestion question) {
        var tokens = new ArrayList<Long>();
        for (var key : keys.all()) {
            question.compounds().forEach(compound -> tokens.add(key.token(compound)));
        }
        if (tokens.isEmpty()) {
            return Set.of();
        }
        var query = store.createNativeQuery("select token, place, sealed from linkage_token where token in ("
                + marks(tokens) + ") limit " + MOST_CANDIDATES);
        int position = 1;
        for (var token : tokens) {
            query.setParameter(position++, token);
        }
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

    private static String marks(Collection<?> values) {
        return values.stream().map(value -> "?").collect(joining(","));
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
