package nl.samenzicht.domain.police;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.Purpose;

/** All provision decisions. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
public class Provisions {

    private final EntityManager store;
    private final RowMac macs;

    protected Provisions() {
        this(null, null);
    }

    @Inject
    public Provisions(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    /** Whether this decision lets {@code recipient} have police data of the case for {@code purpose} at {@code at}. */
    public boolean covers(UUID provision, CaseFileId caseFile, AgencyId recipient, Purpose purpose, Instant at) {
        return find(provision)
                .filter(row -> row.caseFile().equals(caseFile))
                .map(row -> row.coversAt(recipient, purpose, at))
                .orElse(false);
    }

    /** A decision under which {@code recipient} may have police data of the case for {@code purpose} now. */
    public Optional<UUID> covering(CaseFileId caseFile, AgencyId recipient, Purpose purpose, Instant at) {
        return store
                .createQuery("select p from Provision p where p.caseFile = :caseFile", Provision.class)
                .setParameter("caseFile", caseFile)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs) && row.coversAt(recipient, purpose, at))
                .map(Provision::id)
                .findFirst();
    }

    /** Whether the police consented to passing on what was provided under this decision. */
    public boolean onwardAllowed(UUID provision) {
        return find(provision).map(Provision::onwardAllowed).orElse(false);
    }

    private Optional<Provision> find(UUID id) {
        return Optional.ofNullable(store.find(Provision.class, id)).filter(row -> row.sound(macs));
    }

    List<Provision> of(CaseFileId caseFile, AgencyId decidedBy) {
        return store
                .createQuery(
                        "select p from Provision p where p.caseFile = :caseFile order by p.decidedAt desc",
                        Provision.class)
                .setParameter("caseFile", caseFile)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs) && row.decidedByAgency().equals(decidedBy))
                .toList();
    }

    /** Tells which decisions that an agency took or that concern it are not as we wrote them. */
    public void inspect(AgencyId agency, Runnable sound, BiConsumer<UUID, CaseFileId> forged) {
        Rows.each(
                store,
                Provision.class,
                "r.decidedByAgency = :agency or r.recipient = :agency",
                Map.of("agency", agency),
                new UUID(0, 0),
                Provision::id,
                row -> {
                    if (row.sound(macs)) {
                        sound.run();
                    } else {
                        forged.accept(row.id(), row.caseFile());
                    }
                });
    }

    UUID add(Provision provision) {
        store.persist(provision.sign(macs));
        return provision.id();
    }
}
