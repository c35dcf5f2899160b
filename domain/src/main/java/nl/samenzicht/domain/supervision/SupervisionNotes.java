package nl.samenzicht.domain.supervision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.ledger.EntryCode;

/** All comments and reports of data protection officers. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
public class SupervisionNotes {
    private final EntityManager store;
    private final RowMac macs;

    protected SupervisionNotes() {
        this(null, null);
    }

    @Inject
    public SupervisionNotes(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    /** The comments at an agency by line, the line with the last one first, and of each line the last one first. */
    Map<EntryCode, List<SupervisionComment>> comments(AgencyId agency) {
        return store
                .createQuery(
                        "select c from SupervisionComment c where c.agency = :agency order by c.writtenAt desc, c.serial desc",
                        SupervisionComment.class)
                .setParameter("agency", agency)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs))
                .collect(groupingBy(SupervisionComment::line, LinkedHashMap::new, toList()));
    }

    /** The reports of an agency by quarter, the last version first. */
    Map<Quarter, List<SupervisionReport>> reports(AgencyId agency) {
        return store
                .createQuery(
                        "select r from SupervisionReport r where r.agency = :agency order by r.serial desc",
                        SupervisionReport.class)
                .setParameter("agency", agency)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs))
                .collect(groupingBy(SupervisionReport::quarter));
    }

    void add(SupervisionComment comment) {
        persist(comment.sign(macs));
    }

    void add(SupervisionReport report) {
        persist(report.sign(macs));
    }

    /** Two who write the same version at once have one number, and the second is told. */
    private void persist(Object row) {
        try {
            store.persist(row);
            store.flush();
        } catch (PersistenceException somebodyElse) {
            throw new NotPossible("supervision.error.changed");
        }
    }
}
