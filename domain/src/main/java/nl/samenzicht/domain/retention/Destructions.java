package nl.samenzicht.domain.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.DataCategory;

/** All destructions with their lists of items. A row that is not as we wrote it counts as absent: nothing is destroyed by it. */
@ApplicationScoped
public class Destructions {

    /** In which nothing was settled yet: the items of such a one are not proposed again. */
    private static final Set<DestructionState> OPEN = EnumSet.of(DestructionState.PROPOSED, DestructionState.APPROVED);

    private final EntityManager store;
    private final RowMac macs;

    protected Destructions() {
        this(null, null);
    }

    @Inject
    public Destructions(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    void add(Destruction destruction, ProposedItems list) {
        store.persist(destruction.sign(macs));
        store.flush();
        for (var item : list.items()) {
            store.createNativeQuery("insert into destruction_item"
                            + " (destruction_id, item_id, dossier, category, record, due_on) values (?,?,?,?,?,?)")
                    .setParameter(1, destruction.id().toString())
                    .setParameter(2, item.item().value().toString())
                    .setParameter(3, item.dossier().value().toString())
                    .setParameter(4, item.category().name())
                    .setParameter(5, item.record().map(Enum::name).orElse(null))
                    .setParameter(6, item.dueOn().map(LocalDate::toString).orElse(null))
                    .executeUpdate();
        }
    }

    void changed(Destruction destruction) {
        destruction.sign(macs);
    }

    /** One of an agency, for an answer to it; another one that wants to change it waits. */
    Optional<Destruction> forChange(UUID id, AgencyId agency) {
        return forChange(id).filter(each -> each.agency().equals(agency));
    }

    Optional<Destruction> forChange(UUID id) {
        return Optional.ofNullable(store.find(Destruction.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(each -> each.sound(macs));
    }

    Optional<Destruction> find(UUID id, AgencyId agency) {
        return Optional.ofNullable(store.find(Destruction.class, id))
                .filter(each -> each.sound(macs) && each.agency().equals(agency));
    }

    /** Those of an agency, newest first. */
    List<Destruction> of(AgencyId agency, int most) {
        return sound(store.createQuery(
                        "select d from Destruction d where d.agency = :agency order by d.proposedAt desc, d.id",
                        Destruction.class)
                .setParameter("agency", agency)
                .setMaxResults(most)
                .getResultList());
    }

    /** Those that are in one of these states, oldest first. */
    List<UUID> in(Set<DestructionState> states) {
        return sound(store.createQuery(
                                "select d from Destruction d where d.state in :states order by d.proposedAt, d.id",
                                Destruction.class)
                        .setParameter("states", states)
                        .getResultList())
                .stream()
                .map(Destruction::id)
                .toList();
    }

    /** Those of an agency that somebody has still to answer or carry out, locked. */
    List<Destruction> openForChange(AgencyId agency) {
        return sound(store.createQuery(
                        "select d from Destruction d where d.agency = :agency and d.state in :states order by d.id",
                        Destruction.class)
                .setParameter("agency", agency)
                .setParameter("states", OPEN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList());
    }

    private List<Destruction> sound(List<Destruction> rows) {
        return rows.stream().filter(each -> each.sound(macs)).toList();
    }

    /** The items that are proposed or agreed on already. */
    Set<ItemId> underWay(AgencyId agency) {
        List<?> rows = store.createNativeQuery("select i.item_id from destruction d join destruction_item i"
                        + " on i.destruction_id = d.id where d.agency = ? and d.state in ('PROPOSED', 'APPROVED')")
                .setParameter(1, agency.value().toString())
                .getResultList();
        return rows.stream()
                .map(id -> new ItemId(UUID.fromString(id.toString())))
                .collect(Collectors.toUnmodifiableSet());
    }

    ProposedItems itemsOf(Destruction destruction) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = store.createNativeQuery("select item_id, dossier, category, record, due_on"
                        + " from destruction_item where destruction_id = ?")
                .setParameter(1, destruction.id().toString())
                .getResultList();
        return new ProposedItems(rows.stream().map(Destructions::item).toList());
    }

    private static DueItem item(Object[] row) {
        return new DueItem(
                new ItemId(UUID.fromString(row[0].toString())),
                new CaseFileId(UUID.fromString(row[1].toString())),
                DataCategory.valueOf((String) row[2]),
                Optional.ofNullable((String) row[3]).map(RecordKind::valueOf),
                Optional.ofNullable(row[4]).map(day -> LocalDate.parse(day.toString())));
    }
}
