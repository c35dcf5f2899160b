package nl.samenzicht.domain.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.Type;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.Concerns;
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
     * @param sound for each row that we wrote as it is
     * @param forged for each other: its table and number
     */
    void inspect(AgencyId agency, Runnable sound, BiConsumer<String, UUID> forged) {
        store.getMetamodel().getEntities().stream()
                .map(Type::getJavaType)
                .filter(SealedRow.class::isAssignableFrom)
                .sorted(Comparator.comparing(Class::getName))
                .forEach(type -> inspect(type.asSubclass(SealedRow.class), agency, sound, forged));
    }

    private void inspect(
            Class<? extends SealedRow> rows, AgencyId agency, Runnable sound, BiConsumer<String, UUID> forged) {
        var concerns = Optional.ofNullable(rows.getAnnotation(Concerns.class)).map(Concerns::value);
        var table = rows.getAnnotation(Table.class).name();
        Rows.each(store, rows, concerns.orElse(OWN), Map.of("agency", agency), BEFORE_ALL, SealedRow::id, row -> {
            if (row.sound(macs)) {
                sound.run();
            } else {
                forged.accept(table, row.id());
            }
        });
    }
}
