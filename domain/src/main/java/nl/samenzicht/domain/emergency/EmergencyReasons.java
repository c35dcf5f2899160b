package nl.samenzicht.domain.emergency;

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

/**
 * What was written about a use of break-glass: why it was used, and why it was found lawful or not. That it was, when, by whom
 * and with what verdict stays, with the moment at which the words went. One that nobody judged yet waits for its review as before:
 * destroying is no way around it. Who uses it may have nothing in the case, so what goes is of every agency that has nothing there.
 */
@ApplicationScoped
public class EmergencyReasons implements Leavings {

    private final EntityManager store;
    private final RowMac macs;
    private final Sealer sealer;

    protected EmergencyReasons() {
        this(null, null, null);
    }

    @Inject
    public EmergencyReasons(@Casework EntityManager store, RowMac macs, Sealer sealer) {
        this.store = store;
        this.macs = macs;
        this.sealer = sealer;
    }

    @Override
    public void forget(CaseFileId caseFile, AgencyId agency, Instant at) {
        store.createQuery(
                        "select b from BreakGlass b where b.caseFile = :caseFile and not exists"
                                + " (select i.id from Item i where i.caseFile = b.caseFile and i.owner = b.agency"
                                + " and i.destroyedAt is null)",
                        BreakGlass.class)
                .setParameter("caseFile", caseFile)
                .getResultStream()
                .filter(use -> use.sound(macs))
                .forEach(use -> use.forget(sealer.seal(BreakGlassService.place(use.id()), new byte[0]), at)
                        .sign(macs));
        store.flush();
    }
}
