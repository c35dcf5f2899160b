package nl.samenzicht.domain.store;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Rows that are not worth holding as entities: many at once, or such as only go. */
public final class Rows {
    private static final int BATCH = 500;

    private Rows() {}

    /** Runs a statement in SQL whose parameters are ids. */
    public static void change(EntityManager store, String sql, UUID... ids) {
        var query = store.createNativeQuery(sql);
        for (int i = 0; i < ids.length; i++) {
            query.setParameter(i + 1, ids[i].toString());
        }
        query.executeUpdate();
    }

    /**
     * Shows each row to {@code act}, in order of id. Clears the persistence context in between, so call it in a transaction
     * that changes nothing.
     *
     * @param where a JPQL condition on {@code r}
     * @param before an id that sorts before all others
     */
    public static <T, I> void each(
            EntityManager store,
            Class<T> type,
            String where,
            Map<String, ?> parameters,
            I before,
            Function<T, I> id,
            Consumer<T> act) {
        var after = before;
        while (true) {
            var query = store.createQuery(
                            "select r from %s r where r.id > :after and (%s) order by r.id"
                                    .formatted(type.getSimpleName(), where),
                            type)
                    .setParameter("after", after)
                    .setMaxResults(BATCH);
            parameters.forEach(query::setParameter);
            var rows = query.getResultList();
            rows.forEach(act);
            if (rows.size() < BATCH) {
                return;
            }
            after = id.apply(rows.get(rows.size() - 1));
            store.clear();
        }
    }
}
