package nl.samenzicht.domain.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.Concerns;
import nl.samenzicht.domain.store.Passing;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.RowMac;

/**
 * The books in which an agency accounts for privacy: requests of persons and what recipients answered, breaches, holds and
 * destructions, what stood out and how it was judged, supervision. Most rows that somebody changed count as absent, so that a term
 * or a restriction would quietly end; here each is named.
 */
@ApplicationScoped
public class PrivacyBooks {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String OWN = "r.agency = :agency";

    private final EntityManager store;
    private final RowMac macs;

    /** For CDI, which needs it to make a proxy. */
    protected PrivacyBooks() {
        this(null, null);
    }

    @Inject
    public PrivacyBooks(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    /**
     * Goes through all rows that concern an agency.
     *
     * @param sound for each row that we wrote as it is: its number
     * @param forged for each other: its table and number
     */
    void inspect(AgencyId agency, Consumer<UUID> sound, BiConsumer<String, UUID> forged) {
        types().forEach(type -> each(type, agency, BEFORE_ALL, row -> {
            if (row.sound(macs)) {
                sound.accept(row.id());
            } else {
                forged.accept(tableOf(type), row.id());
            }
        }));
    }

    /**
     * The rows of an agency as we wrote them, by table, of those tables from which the product takes nothing away.
     *
     * @param after they were made after this number
     */
    Map<String, List<UUID>> lasting(AgencyId agency, UUID after) {
        var rows = new TreeMap<String, List<UUID>>();
        lasting()
                .forEach(type -> each(type, agency, after, row -> {
                    if (row.sound(macs)) {
                        rows.computeIfAbsent(tableOf(type), any -> new ArrayList<>())
                                .add(row.id());
                    }
                }));
        return rows;
    }

    /** Whether any agency has such a row that was made after this number. */
    boolean anyAfter(UUID after) {
        return lasting()
                .anyMatch(type -> !store.createQuery(
                                "select r from %s r where r.id > :after".formatted(type.getSimpleName()), type)
                        .setParameter("after", after)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }

    private Stream<Class<? extends SealedRow>> lasting() {
        return types().filter(type -> !type.isAnnotationPresent(Passing.class));
    }

    private Stream<Class<? extends SealedRow>> types() {
        return store.getMetamodel().getEntities().stream()
                .map(Type::getJavaType)
                .filter(SealedRow.class::isAssignableFrom)
                .<Class<? extends SealedRow>>map(type -> type.asSubclass(SealedRow.class))
                .sorted(Comparator.comparing(Class::getName));
    }

    private static String tableOf(Class<? extends SealedRow> type) {
        return type.getAnnotation(Table.class).name();
    }

    private <R extends SealedRow> void each(Class<R> rows, AgencyId agency, UUID after, Consumer<? super R> act) {
        var concerns = Optional.ofNullable(rows.getAnnotation(Concerns.class)).map(Concerns::value);
        Rows.each(store, rows, concerns.orElse(OWN), Map.of("agency", agency), after, SealedRow::id, act::accept);
    }
}
