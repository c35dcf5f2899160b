package nl.samenzicht.security.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.keys.RowMac;

/** Who holds which function. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
class Holdings {
    @PersistenceContext(unitName = "directory")
    private EntityManager entities;

    private final RowMac macs;

    protected Holdings() {
        this(null);
    }

    @Inject
    Holdings(RowMac macs) {
        this.macs = macs;
    }

    /** Makes one outside the container. */
    Holdings(EntityManager entities, RowMac macs) {
        this(macs);
        this.entities = entities;
    }

    List<FunctionHolding> of(Collection<ProfessionalId> professionals) {
        if (professionals.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select h from FunctionHolding h where h.professional in :all", FunctionHolding.class)
                .setParameter("all", professionals)
                .getResultStream()
                .filter(this::sound)
                .toList();
    }

    List<FunctionHolding> at(AgencyId agency) {
        return rowsAt(agency).stream().filter(this::sound).toList();
    }

    /** The rows of who works at an agency, also those that we did not write. */
    List<FunctionHolding> rowsAt(AgencyId agency) {
        return entities.createQuery(
                        "select h from FunctionHolding h, Professional p where h.professional = p.id and p.agency = :agency",
                        FunctionHolding.class)
                .setParameter("agency", agency)
                .getResultList();
    }

    Optional<FunctionHolding> find(UUID id) {
        return Optional.ofNullable(entities.find(FunctionHolding.class, id)).filter(this::sound);
    }

    /** Keeps a new row; the database knows of it when this returns. */
    void add(FunctionHolding holding) {
        entities.persist(holding.sign(agencyOf(holding), macs));
        entities.flush();
    }

    void changed(FunctionHolding holding) {
        holding.sign(agencyOf(holding), macs);
    }

    boolean sound(FunctionHolding holding) {
        return holding.sound(agencyOf(holding), macs);
    }

    private Agency agencyOf(FunctionHolding holding) {
        return entities.find(
                Agency.class,
                entities.find(Professional.class, holding.professional()).agency());
    }
}
