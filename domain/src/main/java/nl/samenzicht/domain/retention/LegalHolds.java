package nl.samenzicht.domain.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.RowMac;

/** What holds destruction up. A row that is not as we wrote it goes on to hold through its last day: it can only keep. */
@ApplicationScoped
public class LegalHolds {

    private final EntityManager store;
    private final RowMac macs;

    protected LegalHolds() {
        this(null, null);
    }

    @Inject
    public LegalHolds(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    /** What holds at an agency on a day in Amsterdam, the first to end first. */
    List<LegalHold> on(LocalDate day, AgencyId agency) {
        return store
                .createQuery(
                        "select h from LegalHold h where h.agency = :agency and h.lastDay >= :day order by h.lastDay, h.id",
                        LegalHold.class)
                .setParameter("agency", agency)
                .setParameter("day", day)
                .getResultList()
                .stream()
                .filter(hold -> hold.holdsOn(day) || !hold.sound(macs))
                .toList();
    }

    /** The cases and signals in which an agency destroys nothing on a day. */
    public Set<CaseFileId> heldOn(LocalDate day, AgencyId agency) {
        return on(day, agency).stream().map(LegalHold::dossier).collect(Collectors.toUnmodifiableSet());
    }

    Optional<LegalHold> forChange(UUID id, AgencyId agency) {
        return Optional.ofNullable(store.find(LegalHold.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(hold -> hold.sound(macs) && hold.agency().equals(agency));
    }

    void add(LegalHold hold) {
        store.persist(hold.sign(macs));
    }

    void changed(LegalHold hold) {
        hold.sign(macs);
    }
}
