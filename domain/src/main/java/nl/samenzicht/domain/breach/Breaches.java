package nl.samenzicht.domain.breach;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;

/**
 * All breaches, what was known of them, what was done and what was counted. A row whose MAC does not fit counts as absent, and
 * nothing after it is believed.
 */
@ApplicationScoped
public class Breaches {
    private final EntityManager store;
    private final RowMac macs;
    private final Sealer sealer;

    protected Breaches() {
        this(null, null, null);
    }

    @Inject
    public Breaches(@Casework EntityManager store, RowMac macs, Sealer sealer) {
        this.store = store;
        this.macs = macs;
        this.sealer = sealer;
    }

    /** A breach with its versions, steps and counts, the first first. */
    record File(
            Breach breach,
            List<BreachVersion> versions,
            List<BreachAct> acts,
            List<BreachCount> counts,
            Course course) {
        /** What is known now. */
        BreachVersion latest() {
            return versions.get(versions.size() - 1);
        }

        /** How often it was changed; whoever changes it says which of these they saw. */
        int changes() {
            return versions.size() + acts.size() + counts.size();
        }
    }

    /** The breaches of an agency, the newest first. */
    List<File> of(AgencyId agency) {
        return files(breaches("b.agency = :of order by b.recordedAt desc, b.id desc", agency));
    }

    /** One breach of an agency, by its number. */
    Optional<File> find(AgencyId agency, String number) {
        return files(breaches("b.number = :of", number)).stream()
                .filter(file -> file.breach().agency().equals(agency))
                .findFirst();
    }

    /** The breaches of other agencies that were told of this one, the first first. */
    List<Breach> toldOf(Breach origin) {
        return breaches("b.origin = :of order by b.recordedAt, b.id", origin.id());
    }

    private List<Breach> breaches(String which, Object of) {
        return store
                .createQuery("select b from Breach b where " + which, Breach.class)
                .setParameter("of", of)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs))
                .toList();
    }

    private List<File> files(List<Breach> breaches) {
        var ids = breaches.stream().map(Breach::id).toList();
        var versions = rows(BreachVersion.class, ids);
        var acts = rows(BreachAct.class, ids);
        var counts = rows(BreachCount.class, ids);
        return breaches.stream()
                .filter(breach -> versions.containsKey(breach.id()))
                .map(breach -> file(
                        breach,
                        versions.get(breach.id()),
                        acts.getOrDefault(breach.id(), List.of()),
                        counts.getOrDefault(breach.id(), List.of())))
                .filter(file -> !file.versions().isEmpty())
                .toList();
    }

    private File file(Breach breach, List<BreachVersion> versions, List<BreachAct> acts, List<BreachCount> counts) {
        var course = Course.of(breach.awareAt());
        for (var act : believed(acts)) {
            course = course.after(act.doing(sealer));
        }
        return new File(breach, believed(versions), believed(acts), believed(counts), course);
    }

    private <R extends BreachRow> Map<UUID, List<R>> rows(Class<R> type, List<UUID> breaches) {
        return breaches.isEmpty()
                ? Map.of()
                : store
                        .createQuery(
                                "select r from %s r where r.breach in :breaches order by r.serial"
                                        .formatted(type.getSimpleName()),
                                type)
                        .setParameter("breaches", breaches)
                        .getResultList()
                        .stream()
                        .collect(groupingBy(BreachRow::breach));
    }

    private <R extends BreachRow> List<R> believed(List<R> rows) {
        int good = 0;
        while (good < rows.size()
                && rows.get(good).sound(macs)
                && rows.get(good).serial() == good + 1) {
            good++;
        }
        return rows.subList(0, good);
    }

    /** A number for a new breach, such as {@code DL-000042}. */
    String nextNumber() {
        var next = (Number)
                store.createNativeQuery("select next value for breach_number").getSingleResult();
        return "DL-%06d".formatted(next.longValue());
    }

    void add(Breach breach) {
        store.persist(breach.sign(macs));
    }

    void add(BreachVersion version) {
        store.persist(version.sign(macs));
        store.flush();
    }

    void add(BreachAct act) {
        store.persist(act.sign(macs));
        store.flush();
    }

    void add(BreachCount count) {
        store.persist(count.sign(macs));
        store.flush();
    }
}
