package nl.samenzicht.domain.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/**
 * Who is kept out of a case because of a personal interest, and who is let in to a secret location by name. A row whose MAC
 * does not fit lets nobody in; for a conflict of interest any row counts, because it can only close.
 */
@ApplicationScoped
public class NeedToKnow {

    private static final String TABLE = "named_access";

    private final EntityManager store;
    private final RowMac macs;

    protected NeedToKnow() {
        this(null, null);
    }

    @Inject
    public NeedToKnow(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    /** Whether this professional has a recorded conflict of interest in the case. */
    public boolean hasConflict(CaseFileId caseFile, ProfessionalId professional) {
        return !store.createNativeQuery("select 1 from conflict_of_interest where case_id = ? and professional = ?")
                .setParameter(1, caseFile.value().toString())
                .setParameter(2, professional.value().toString())
                .getResultList()
                .isEmpty();
    }

    void recordConflict(CaseFileId caseFile, ProfessionalId professional, ProfessionalId by, Instant at) {
        store.createNativeQuery("insert ignore into conflict_of_interest"
                        + " (case_id, professional, recorded_by, recorded_at, mac) values (?,?,?,?,?)")
                .setParameter(1, caseFile.value().toString())
                .setParameter(2, professional.value().toString())
                .setParameter(3, by.value().toString())
                .setParameter(4, InstantConverter.column(at))
                .setParameter(
                        5,
                        macs.of(Canonical.of("conflict_of_interest")
                                .id(caseFile.value())
                                .id(professional.value())))
                .executeUpdate();
    }

    /** Whether two persons put this professional on the list of this location. */
    public boolean named(ItemId location, ProfessionalId professional) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = store.createNativeQuery("select proposed_by, confirmed_by, mac from named_access"
                        + " where item_id = ? and professional = ? and confirmed_by is not null")
                .setParameter(1, location.value().toString())
                .setParameter(2, professional.value().toString())
                .getResultList();
        return rows.stream()
                .anyMatch(row ->
                        macs.matches((byte[]) row[2], fields(location, professional, uuid(row[0]), uuid(row[1]))));
    }

    void propose(ItemId location, ProfessionalId professional, ProfessionalId by, Instant at) {
        store.createNativeQuery("insert ignore into named_access"
                        + " (id, item_id, professional, proposed_by, proposed_at, mac) values (?,?,?,?,?,?)")
                .setParameter(1, TimeOrderedId.next().toString())
                .setParameter(2, location.value().toString())
                .setParameter(3, professional.value().toString())
                .setParameter(4, by.value().toString())
                .setParameter(5, InstantConverter.column(at))
                .setParameter(6, macs.of(fields(location, professional, by.value(), null)))
                .executeUpdate();
    }

    /** Confirms a proposal of somebody else; the database refuses the same person twice as well. */
    boolean confirm(ItemId location, ProfessionalId professional, ProfessionalId by, Instant at) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = store.createNativeQuery(
                        "select proposed_by, mac from named_access where item_id = ? and professional = ? and confirmed_by is null")
                .setParameter(1, location.value().toString())
                .setParameter(2, professional.value().toString())
                .getResultList();
        if (rows.isEmpty() || uuid(rows.get(0)[0]).equals(by.value())) {
            return false;
        }
        var proposedBy = uuid(rows.get(0)[0]);
        if (!macs.matches((byte[]) rows.get(0)[1], fields(location, professional, proposedBy, null))) {
            return false;
        }
        return store.createNativeQuery("update named_access set confirmed_by = ?, confirmed_at = ?, mac = ?"
                                + " where item_id = ? and professional = ? and confirmed_by is null")
                        .setParameter(1, by.value().toString())
                        .setParameter(2, InstantConverter.column(at))
                        .setParameter(3, macs.of(fields(location, professional, proposedBy, by.value())))
                        .setParameter(4, location.value().toString())
                        .setParameter(5, professional.value().toString())
                        .executeUpdate()
                == 1;
    }

    private static Canonical fields(ItemId location, ProfessionalId professional, UUID proposedBy, UUID confirmedBy) {
        return Canonical.of(TABLE)
                .id(location.value())
                .id(professional.value())
                .id(proposedBy)
                .id(confirmedBy);
    }

    private static UUID uuid(Object column) {
        return UUID.fromString(column.toString());
    }
}
