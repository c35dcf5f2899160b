package nl.samenzicht.domain.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.Leavings;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;

/** Why items were once kept from being destroyed: nothing holds them any more, or they would not be gone. */
@ApplicationScoped
public class EndedHolds implements Leavings {

    private final EntityManager store;
    private final RowMac macs;
    private final Sealer sealer;

    protected EndedHolds() {
        this(null, null, null);
    }

    @Inject
    public EndedHolds(@Casework EntityManager store, RowMac macs, Sealer sealer) {
        this.store = store;
        this.macs = macs;
        this.sealer = sealer;
    }

    @Override
    public void forget(CaseFileId caseFile, AgencyId agency, Instant at) {
        store.createQuery(
                        "select h from LegalHold h where h.dossier = :dossier and h.agency = :agency", LegalHold.class)
                .setParameter("dossier", caseFile)
                .setParameter("agency", agency)
                .getResultStream()
                .filter(hold -> hold.sound(macs))
                .forEach(hold -> hold.forget(sealer.seal(RetentionService.place(hold.id()), new byte[0]))
                        .sign(macs));
        store.flush();
    }
}
