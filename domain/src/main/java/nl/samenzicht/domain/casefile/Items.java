package nl.samenzicht.domain.casefile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.lease.Revocation;
import nl.samenzicht.domain.lease.Revocations;
import nl.samenzicht.domain.linkage.Persona;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.RunningTransaction;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.ItemIdentity;
import nl.samenzicht.security.keys.KeyHolder;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.SealedContent;
import nl.samenzicht.security.keys.Vault;
import nl.samenzicht.security.keys.WrappedKey;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Regime;

/**
 * The items of all case files. Headers are free of content; content comes out for an {@link AccessGrant} only, and only
 * the versions that it names.
 */
@ApplicationScoped
public class Items {

    private final EntityManager store;
    private final Vault vault;
    private final RowMac macs;
    private final RunningTransaction transaction;
    private final Revocations revocations;
    private final HeldRestrictions restrictions;

    protected Items() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Items(
            @Casework EntityManager store,
            Vault vault,
            RowMac macs,
            RunningTransaction transaction,
            Revocations revocations,
            HeldRestrictions restrictions) {
        this.store = store;
        this.vault = vault;
        this.macs = macs;
        this.transaction = transaction;
        this.revocations = revocations;
        this.restrictions = restrictions;
    }

    /** One version of an item as it was read, unsealed. */
    record ReadItem(
            ItemHeader header, int version, ItemContent content, ProfessionalId recordedBy, Instant recordedAt) {}

    /** The items of one category, without content, oldest first. */
    public List<ItemHeader> headers(CaseFileId caseFile, DataCategory category) {
        return sound(store.createQuery(
                        "select i from Item i where i.caseFile = :caseFile and i.category = :category order by i.recordedAt, i.id",
                        Item.class)
                .setParameter("caseFile", caseFile)
                .setParameter("category", category)
                .getResultList());
    }

    /** All items of a case, without content. */
    public List<ItemHeader> headers(CaseFileId caseFile) {
        return sound(store.createQuery(
                        "select i from Item i where i.caseFile = :caseFile order by i.recordedAt, i.id", Item.class)
                .setParameter("caseFile", caseFile)
                .getResultList());
    }

    /** One item without content; empty when there is none. */
    public Optional<ItemHeader> header(ItemId item) {
        return Optional.ofNullable(store.find(Item.class, item))
                .filter(this::isThere)
                .map(Items::headerOf);
    }

    private List<ItemHeader> sound(List<Item> rows) {
        return rows.stream().filter(this::isThere).map(Items::headerOf).toList();
    }

    /** Whether a row is as we wrote it, and has not been destroyed. */
    private boolean isThere(Item row) {
        return row.sound(macs) && !row.isDestroyed();
    }

    static ItemHeader headerOf(Item item) {
        return new ItemHeader(
                item.id(),
                item.caseFile(),
                item.category(),
                item.kind(),
                item.owner(),
                item.regime(),
                item.currentVersion(),
                item.restricted(),
                item.embargoUntil(),
                item.retainedUntil(),
                item.policeCode(),
                item.recordedAt(),
                item.changedAt());
    }

    /** Reads what the grant covers: the current version of each item, in order of recording. */
    List<ReadItem> read(AccessGrant grant) {
        requireReading(grant);
        return unseal(grant, "v.version = i.current_version and i.id in (%s)", grant.items());
    }

    /** Reads every version of one's own item that the grant covers, oldest first. */
    List<ReadItem> history(AccessGrant grant, ItemId item) {
        requireReading(grant);
        return unseal(grant, "i.id in (%s)", Set.of(item.value())).stream()
                .filter(read -> grant.covers(item.value(), read.version()))
                .toList();
    }

    /** What the items of one category hold, whole, for a search that does not show it. */
    List<ItemContent> contentsOf(AccessGrant look, DataCategory category) {
        return read(look).stream()
                .filter(read -> read.header().category() == category)
                .map(ReadItem::content)
                .toList();
    }

    /** What the items of a question whether somebody is known elsewhere say of who it is; it is shown to nobody. */
    public List<Persona> describing(AccessGrant question) {
        question.usedFor(Action.ASK_ELSEWHERE, transaction.key());
        return unseal(question, "v.version = i.current_version and i.id in (%s)", question.items()).stream()
                .map(read -> Persona.of(read.content().values()))
                .toList();
    }

    /** What is known of items of whichever case, without their content; one query for all. Those that are not there are left out. */
    public List<ItemHeader> headers(Collection<UUID> ids) {
        return store
                .createQuery("select i from Item i where i.id in :ids", Item.class)
                .setParameter("ids", ids.stream().map(ItemId::new).toList())
                .getResultList()
                .stream()
                .filter(this::isThere)
                .map(Items::headerOf)
                .toList();
    }

    private void requireReading(AccessGrant grant) {
        if (grant.action() != Action.SHARE_ITEM
                && grant.action() != Action.CHANGE_ITEM
                && grant.action() != Action.EXPORT
                && grant.action() != Action.GIVE_COPY) {
            grant.usedFor(Action.VIEW_SECTION, transaction.key());
        } else {
            grant.usedFor(grant.action(), transaction.key());
        }
    }

    private List<ReadItem> unseal(AccessGrant grant, String which, Collection<UUID> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        // the facts of the grant were found in this transaction, so each row is at hand already
        var headers = items.stream()
                .map(id -> store.find(Item.class, new ItemId(id)))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Item::recordedAt)
                        .thenComparing(item -> item.id().value().toString()))
                .toList();
        var marks = items.stream().map(id -> "?").collect(joining(","));
        var query = store.createNativeQuery(
                "select v.item_id, v.version, v.sealed, v.recorded_by, v.recorded_at, k.holder, k.regime, k.wrapped"
                        + " from item_version v join item i on i.id = v.item_id"
                        + " join item_key k on k.item_id = v.item_id and k.version = v.version"
                        + " where " + which.formatted(marks) + " order by v.version");
        int position = 1;
        for (var id : items) {
            query.setParameter(position++, id.toString());
        }
        Map<UUID, List<Object[]>> byItem =
                rows(query.getResultList()).stream().collect(groupingBy(row -> UUID.fromString(row[0].toString())));
        var read = new ArrayList<ReadItem>();
        for (var item : headers) {
            var versions = byItem.getOrDefault(item.id().value(), List.of()).stream()
                    .collect(groupingBy(
                            row -> ((Number) row[1]).intValue(),
                            java.util.TreeMap::new,
                            java.util.stream.Collectors.toList()));
            versions.forEach((version, wraps) -> {
                if (grant.covers(item.id().value(), version)) {
                    var first = wraps.get(0);
                    var sealed = new SealedContent(
                            identity(item, version),
                            (byte[]) first[2],
                            wraps.stream()
                                    .map(row -> new WrappedKey(
                                            new KeyHolder(
                                                    new AgencyId(UUID.fromString(row[5].toString())),
                                                    Regime.valueOf((String) row[6])),
                                            (byte[]) row[7]))
                                    .toList());
                    read.add(new ReadItem(
                            headerOf(item),
                            version,
                            ItemContent.of(vault.open(grant, sealed)),
                            new ProfessionalId(UUID.fromString(first[3].toString())),
                            InstantConverter.instant(first[4])));
                }
            });
        }
        return read;
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(List<?> result) {
        return (List<Object[]>) result;
    }

    private static ItemIdentity identity(Item item, int version) {
        return new ItemIdentity(
                item.id().value(),
                version,
                item.caseFile().value(),
                item.category().name(),
                item.owner());
    }

    /** Adds an item with its first version, sealed for {@code holders}; the gate was asked before. */
    public void add(
            ItemId id,
            CaseFileId caseFile,
            DataCategory category,
            ItemKind kind,
            KeyHolder owner,
            Optional<String> policeCode,
            ItemContent content,
            Set<KeyHolder> holders,
            ProfessionalId by,
            Instant at) {
        var item = new Item(id, caseFile, category, kind, owner.agency(), owner.regime(), policeCode, at).sign(macs);
        store.persist(item);
        store.flush();
        write(item, 1, content, holders, by, at);
        // a restriction that the person asked for holds for what comes later, too
        header(id).filter(restrictions::byRequest).ifPresent(held -> restrict(id, true));
    }

    /**
     * Adds a version to an item.
     *
     * @throws ItemChangedMeanwhile when it is not at version {@code seen} any more
     */
    public void change(
            ItemId id, int seen, ItemContent content, Set<KeyHolder> holders, ProfessionalId by, Instant at) {
        var item = store.find(Item.class, id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        var version = item.changedFrom(seen, at);
        item.sign(macs);
        store.flush();
        write(item, version, content, holders, by, at);
    }

    /** Says from when an item is not used any more, because it should have been destroyed. */
    public void keepUntil(ItemId id, Instant until) {
        var item = store.find(Item.class, id);
        item.keepUntil(until);
        item.sign(macs);
    }

    /** The items in a dossier of which an agency holds a key to the current version. */
    public Set<ItemId> heldBy(CaseFileId dossier, AgencyId holder) {
        var query = store.createNativeQuery("select k.item_id from item i join item_key k"
                + " on k.item_id = i.id and k.version = i.current_version where i.case_id = ? and k.holder = ?");
        query.setParameter(1, dossier.value().toString())
                .setParameter(2, holder.value().toString());
        List<?> found = query.getResultList();
        return found.stream()
                .map(id -> new ItemId(UUID.fromString(id.toString())))
                .collect(toUnmodifiableSet());
    }

    /**
     * Restricts an item of the agency that handles a request of the person, or lifts that (AVG 18); pages are cleared.
     *
     * @throws IllegalStateException when the grant is not for handling a request about the item's case, or it is another's item
     */
    public void restrictOnRequest(AccessGrant handling, ItemId id, boolean restrict) {
        requireHandling(handling, id);
        restrict(id, restrict);
    }

    /**
     * Takes an item of the agency that handles a request of the person out of use from now on (AVG 17); pages are cleared, and
     * it waits to be destroyed.
     *
     * @throws IllegalStateException as with {@link #restrictOnRequest}
     */
    public void withdrawOnRequest(AccessGrant handling, ItemId id) {
        requireHandling(handling, id);
        keepUntil(id, handling.at());
        clearPages(store.find(Item.class, id));
    }

    private void requireHandling(AccessGrant handling, ItemId id) {
        handling.usedFor(Action.HANDLE_REQUEST, transaction.key());
        var item = store.find(Item.class, id);
        if (!item.owner().equals(handling.who().agency())
                || !handling.caseFile().equals(Optional.of(item.caseFile().value()))) {
            throw new IllegalStateException("Item %s is not for this request".formatted(id));
        }
    }

    void restrict(ItemId id, boolean restrict) {
        var item = store.find(Item.class, id);
        item.restrict(restrict);
        item.sign(macs);
        clearPages(item);
    }

    void embargo(ItemId id, Optional<Instant> until) {
        var item = store.find(Item.class, id);
        item.embargoUntil(until);
        item.sign(macs);
        clearPages(item);
    }

    private void clearPages(Item item) {
        revocations.revoke(
                new Revocation(item.caseFile(), Optional.empty(), Optional.empty(), Optional.of(item.category())));
    }

    /** What a check of all items of an agency finds. */
    public interface Findings {
        /** An item that is as we wrote it, with the number of its newest version. */
        void sound(ItemId item, int version);

        /** An item whose row is not as we wrote it. */
        void forged(ItemId item, CaseFileId caseFile);

        /** A version whose content does not open: it was changed, or belongs to another item, version or case. */
        void damaged(ItemId item, int version, CaseFileId caseFile);

        /** A version that should be there, and is not, or has no key for its owner. */
        void missing(ItemId item, int version, CaseFileId caseFile);

        /** An item whose row says that its content was destroyed, and when. */
        void destroyed(ItemId item, int version, CaseFileId caseFile, Instant at);
    }

    /** Checks each item of an agency and whether each version of its content would open. Shows no content. */
    public void inspect(AgencyId owner, Findings findings) {
        Rows.each(
                store,
                Item.class,
                "r.owner = :agency",
                Map.of("agency", owner),
                new ItemId(new UUID(0, 0)),
                Item::id,
                item -> {
                    if (!item.sound(macs)) {
                        findings.forged(item.id(), item.caseFile());
                        return;
                    }
                    if (item.isDestroyed()) {
                        findings.destroyed(item.id(), item.currentVersion(), item.caseFile(), item.destroyedAt());
                        return;
                    }
                    findings.sound(item.id(), item.currentVersion());
                    inspectContent(item, findings);
                });
    }

    private void inspectContent(Item item, Findings findings) {
        var query = store.createNativeQuery("select v.version, v.sealed, k.wrapped from item_version v"
                + " join item_key k on k.item_id = v.item_id and k.version = v.version and k.holder = ? and k.regime = ?"
                + " where v.item_id = ?");
        query.setParameter(1, item.owner().value().toString())
                .setParameter(2, item.regime().name())
                .setParameter(3, item.id().value().toString());
        var holder = new KeyHolder(item.owner(), item.regime());
        var there = new HashSet<Integer>();
        for (var row : rows(query.getResultList())) {
            int version = ((Number) row[0]).intValue();
            there.add(version);
            var sealed = new SealedContent(
                    identity(item, version), (byte[]) row[1], List.of(new WrappedKey(holder, (byte[]) row[2])));
            if (!vault.isIntact(holder, sealed)) {
                findings.damaged(item.id(), version, item.caseFile());
            }
        }
        for (int version = 1; version <= item.currentVersion(); version++) {
            if (!there.contains(version)) {
                findings.missing(item.id(), version, item.caseFile());
            }
        }
    }

    private void write(
            Item item, int version, ItemContent content, Set<KeyHolder> holders, ProfessionalId by, Instant at) {
        var sealed = vault.seal(identity(item, version), content.bytes(), holders);
        store.createNativeQuery(
                        "insert into item_version (item_id, version, sealed, recorded_by, recorded_at) values (?,?,?,?,?)")
                .setParameter(1, item.id().value().toString())
                .setParameter(2, version)
                .setParameter(3, sealed.ciphertext())
                .setParameter(4, by.value().toString())
                .setParameter(5, InstantConverter.column(at))
                .executeUpdate();
        sealed.keys().forEach(key -> addKey(item.id(), version, key));
    }

    private void addKey(ItemId item, int version, WrappedKey key) {
        store.createNativeQuery(
                        "insert ignore into item_key (item_id, version, holder, regime, wrapped) values (?,?,?,?,?)")
                .setParameter(1, item.value().toString())
                .setParameter(2, version)
                .setParameter(3, key.holder().agency().value().toString())
                .setParameter(4, key.holder().regime().name())
                .setParameter(5, key.wrapped())
                .executeUpdate();
    }

    /** Lets {@code recipient} open the current version of these items: adds a wrap of each data key, without unsealing. */
    public void wrapFor(Collection<ItemId> items, AgencyId recipient) {
        for (var id : items) {
            var item = store.find(Item.class, id);
            var query = store.createNativeQuery("select v.sealed, k.holder, k.regime, k.wrapped from item_version v"
                    + " join item_key k on k.item_id = v.item_id and k.version = v.version"
                    + " where v.item_id = ? and v.version = ?");
            query.setParameter(1, id.value().toString()).setParameter(2, item.currentVersion());
            var rows = rows(query.getResultList());
            var sealed = new SealedContent(
                    identity(item, item.currentVersion()),
                    (byte[]) rows.get(0)[0],
                    rows.stream()
                            .map(row -> new WrappedKey(
                                    new KeyHolder(
                                            new AgencyId(UUID.fromString(row[1].toString())),
                                            Regime.valueOf((String) row[2])),
                                    (byte[]) row[3]))
                            .toList());
            addKey(
                    id,
                    item.currentVersion(),
                    vault.wrapFor(sealed, new KeyHolder(item.owner(), item.regime()), KeyHolder.recipient(recipient)));
        }
    }

    /** Takes {@code recipient}'s wraps of all versions of these items away; their own items are left alone. */
    public void unwrapFrom(Collection<ItemId> items, AgencyId recipient) {
        for (var id : items) {
            store.createNativeQuery("delete from item_key where item_id = ? and holder = ?"
                            + " and holder <> (select owner from item where id = item_key.item_id)")
                    .setParameter(1, id.value().toString())
                    .setParameter(2, recipient.value().toString())
                    .executeUpdate();
        }
    }
}
