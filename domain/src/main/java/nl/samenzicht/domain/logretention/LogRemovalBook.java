package nl.samenzicht.domain.logretention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.keys.RowMac;

/** All that was proposed to remove from the log. A row that is not as we wrote it counts as absent: nothing goes by it. */
@ApplicationScoped
public class LogRemovalBook {
    private final EntityManager store;
    private final RowMac macs;

    /** For CDI, which needs it to make a proxy. */
    protected LogRemovalBook() {
        this(null, null);
    }

    @Inject
    public LogRemovalBook(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    void add(LogRemoval removal) {
        store.persist(removal.sign(macs));
    }

    void changed(LogRemoval removal) {
        removal.sign(macs);
    }

    /** One, for a change; another one that wants to change it waits. */
    Optional<LogRemoval> forChange(UUID id) {
        return Optional.ofNullable(store.find(LogRemoval.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(each -> each.sound(macs));
    }

    /** All of them, newest first. */
    List<LogRemoval> all(int most) {
        return store
                .createQuery("select r from LogRemoval r order by r.proposedAt desc, r.id desc", LogRemoval.class)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .filter(each -> each.sound(macs))
                .toList();
    }

    /** Those in one of these states, oldest first. */
    List<LogRemoval> in(Collection<LogRemovalState> states) {
        return store
                .createQuery(
                        "select r from LogRemoval r where r.state in :states order by r.proposedAt, r.id",
                        LogRemoval.class)
                .setParameter("states", states)
                .getResultList()
                .stream()
                .filter(each -> each.sound(macs))
                .toList();
    }
}
