package nl.samenzicht.domain.casefile;

import static nl.samenzicht.domain.casefile.CaseCondition.Parameter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.samenzicht.domain.consent.ConsentService;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.RunningTransaction;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Framework;

/**
 * All case files. What a list may contain is part of its query, never a loop over decisions. A row whose MAC does not fit
 * counts as absent.
 */
@ApplicationScoped
public class CaseFiles implements ConsentService.Persons {

    private final EntityManager store;
    private final RowMac macs;
    private final RunningTransaction transaction;

    protected CaseFiles() {
        this(null, null, null);
    }

    @Inject
    public CaseFiles(@Casework EntityManager store, RowMac macs, RunningTransaction transaction) {
        this.store = store;
        this.macs = macs;
        this.transaction = transaction;
    }

    /** The facts of a case that decisions rest on; nothing that the log or a screen would show. */
    public record CaseFacts(
            CaseFileId id,
            PersonId person,
            Framework framework,
            Optional<Instant> frameworkUntil,
            boolean closed,
            AgencyId lead) {}

    /** The facts of a case; empty when there is no such case. */
    public Optional<CaseFacts> facts(CaseFileId id) {
        return facts(Optional.ofNullable(store.find(CaseFile.class, id)));
    }

    /** The facts of a case that was read already; empty when there is none, or we did not write it so. */
    public Optional<CaseFacts> facts(Optional<CaseFile> row) {
        return row.filter(file -> file.sound(macs))
                .map(file -> new CaseFacts(
                        file.id(),
                        file.person(),
                        file.cooperation().framework(),
                        file.cooperation().until(),
                        file.status() == CaseStatus.CLOSED,
                        file.lead()));
    }

    CaseFile read(AccessGrant grant) {
        grant.usedFor(grant.action(), transaction.key());
        return store.find(CaseFile.class, caseOf(grant));
    }

    CaseFile readForChange(AccessGrant grant) {
        grant.usedFor(grant.action(), transaction.key());
        return store.find(CaseFile.class, caseOf(grant), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    private static CaseFileId caseOf(AccessGrant grant) {
        return new CaseFileId(grant.caseFile().orElseThrow());
    }

    /** The facts of cases whose rows were read already; one whose row is not sound is left out. */
    public Map<CaseFileId, CaseFacts> facts(Collection<CaseFile> rows) {
        var byCase = new HashMap<CaseFileId, CaseFacts>();
        rows.forEach(row -> facts(Optional.of(row)).ifPresent(facts -> byCase.put(row.id(), facts)));
        return byCase;
    }

    /** One page of the cases that the grant's condition lets through, newest first. */
    List<CaseFile> list(AccessGrant grant, CaseFilter filter, int offset, int limit) {
        grant.usedFor(grant.action(), transaction.key());
        var where = CaseCondition.of(grant, filter);
        var query = store.createNativeQuery(
                "select c.* from case_file c where " + where.sql() + " order by c.number desc limit ? offset ?",
                CaseFile.class);
        bind(query, where.parameters());
        query.setParameter(where.parameters().size() + 1, limit);
        query.setParameter(where.parameters().size() + 2, offset);
        @SuppressWarnings("unchecked")
        List<CaseFile> rows = query.getResultList();
        return rows.stream().filter(file -> file.sound(macs)).toList();
    }

    /** How many cases the grant's condition lets through. */
    long count(AccessGrant grant, CaseFilter filter) {
        grant.usedFor(grant.action(), transaction.key());
        var where = CaseCondition.of(grant, filter);
        var query = store.createNativeQuery("select count(*) from case_file c where " + where.sql());
        bind(query, where.parameters());
        return ((Number) query.getSingleResult()).longValue();
    }

    private static void bind(jakarta.persistence.Query query, List<Parameter> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i).value());
        }
    }

    void add(CaseFile file) {
        store.createNativeQuery("insert into person (id, created_at) values (?, ?)")
                .setParameter(1, file.person().value().toString())
                .setParameter(2, InstantConverter.column(file.openedAt()))
                .executeUpdate();
        beginDossier(file.id());
        store.persist(file.sign(macs));
    }

    /** Makes room for the items of a case or a signal with this number. */
    public void beginDossier(CaseFileId id) {
        store.createNativeQuery("insert into dossier (id) values (?)")
                .setParameter(1, id.value().toString())
                .executeUpdate();
    }

    void changed(CaseFile file) {
        file.sign(macs);
    }

    /**
     * Checks that the grant is one to import, given in the running transaction.
     *
     * @throws IllegalStateException when it is not
     */
    void checkImport(AccessGrant grant) {
        grant.usedFor(Action.IMPORT, transaction.key());
    }

    /** Writes what was added and forgets the entities, so that the next of many cases is not slower than the first. */
    void settle() {
        store.flush();
        store.clear();
    }

    /** The next case number, such as {@code SZ-001042}. */
    String nextNumber() {
        var next = (Number) store.createNativeQuery("select next value for case_file_number")
                .getSingleResult();
        return "SZ-%06d".formatted(next.longValue());
    }

    boolean codeNameTaken(String codeName) {
        return !store.createNativeQuery("select 1 from case_file where code_name = ?")
                .setParameter(1, codeName)
                .getResultList()
                .isEmpty();
    }

    /** Tells which cases of an agency, led or taken part in, are not as we wrote them. */
    public void inspect(AgencyId agency, Runnable sound, Consumer<CaseFileId> forged) {
        Rows.each(
                store,
                CaseFile.class,
                "r.lead = :agency or r.id in (select p.caseFile from Participation p where p.agency = :agency)",
                Map.of("agency", agency),
                new CaseFileId(new UUID(0, 0)),
                CaseFile::id,
                row -> {
                    if (row.sound(macs)) {
                        sound.run();
                    } else {
                        forged.accept(row.id());
                    }
                });
    }

    /** The name by which people speak of a case, for those who were admitted to it. */
    public CaseName nameOf(CaseFileId id) {
        var file = store.find(CaseFile.class, id);
        return new CaseName(file.id(), file.number(), file.codeName());
    }

    /** The case with this number; empty when there is none. */
    public Optional<CaseFileId> byNumber(String number) {
        return store.createQuery("select c.id from CaseFile c where c.number = :number", CaseFileId.class)
                .setParameter("number", number.strip().toUpperCase(java.util.Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    /** The cases that are about a person, first opened first; whether one may hear of them is still to be asked. */
    public List<CaseFileId> about(PersonId person) {
        return store.createQuery(
                        "select c.id from CaseFile c where c.person = :person order by c.number", CaseFileId.class)
                .setParameter("person", person)
                .getResultList();
    }

    @Override
    public Optional<PersonId> of(CaseFileId id) {
        return facts(id).map(CaseFacts::person);
    }
}
