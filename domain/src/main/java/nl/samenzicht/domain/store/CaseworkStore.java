package nl.samenzicht.domain.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Hands the container's entity manager to constructors that ask for {@link Casework}. */
@ApplicationScoped
public class CaseworkStore {

    @PersistenceContext(unitName = "casework")
    private EntityManager entityManager;

    @Produces
    @Casework
    EntityManager entityManager() {
        return entityManager;
    }
}
