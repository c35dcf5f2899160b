package nl.samenzicht.domain.lease;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.DataCategory;

/** The insert-only table of what was taken back. */
@ApplicationScoped
public class Revocations {

    private final EntityManager store;
    private final Clock clock;

    protected Revocations() {
        this(null, null);
    }

    @Inject
    public Revocations(@Casework EntityManager store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Takes something back, in the running transaction. */
    public void revoke(Revocation revocation) {
        store.createNativeQuery(
                        "insert into revocation (case_id, agency, professional, category, revoked_at) values (?,?,?,?,?)")
                .setParameter(1, revocation.caseFile().value().toString())
                .setParameter(
                        2, revocation.agency().map(id -> id.value().toString()).orElse(null))
                .setParameter(
                        3,
                        revocation
                                .professional()
                                .map(id -> id.value().toString())
                                .orElse(null))
                .setParameter(4, revocation.category().map(Enum::name).orElse(null))
                .setParameter(5, InstantConverter.column(clock.instant()))
                .executeUpdate();
    }

    /** A row as it was polled. */
    record Numbered(long number, Revocation revocation) {}

    /**
     * The rows after {@code number}, oldest first. Numbers can be committed out of order, so the caller looks back a
     * little and skips what it has seen.
     */
    @Transactional
    List<Numbered> after(long number) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = store.createNativeQuery(
                        "select seq, case_id, agency, professional, category from revocation where seq > ? order by seq")
                .setParameter(1, number)
                .getResultList();
        return rows.stream()
                .map(row -> new Numbered(
                        ((Number) row[0]).longValue(),
                        new Revocation(
                                new CaseFileId(uuid(row[1])),
                                Optional.ofNullable(row[2]).map(id -> new AgencyId(uuid(id))),
                                Optional.ofNullable(row[3]).map(id -> new ProfessionalId(uuid(id))),
                                Optional.ofNullable(row[4]).map(code -> DataCategory.valueOf(code.toString())))))
                .toList();
    }

    @Transactional
    long newest() {
        return ((Number) store.createNativeQuery("select coalesce(max(seq), 0) from revocation")
                        .getSingleResult())
                .longValue();
    }

    private static UUID uuid(Object column) {
        return UUID.fromString(column.toString());
    }
}
