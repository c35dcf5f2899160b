package nl.samenzicht.domain.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.keys.RowMac;

/** Which dossiers are those of signals, and which case took each up. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
public class SignalDossiers {
    private final EntityManager store;
    private final RowMac macs;

    protected SignalDossiers() {
        this(null, null);
    }

    @Inject
    public SignalDossiers(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    private Optional<Signal> find(CaseFileId dossier) {
        return Optional.ofNullable(store.find(Signal.class, new SignalId(dossier.value())))
                .filter(row -> row.sound(macs));
    }

    /** Whether a dossier is that of a signal. */
    public boolean holds(CaseFileId dossier) {
        return find(dossier).isPresent();
    }

    /** The case that took a signal up; empty when none did, or this is no signal. */
    public Optional<CaseFileId> caseOf(CaseFileId dossier) {
        return find(dossier).flatMap(Signal::caseFile);
    }

    /** The signals that these cases took up, the newest first. */
    public List<CaseFileId> takenUpIn(Collection<CaseFileId> cases) {
        return cases.isEmpty()
                ? List.of()
                : store
                        .createQuery(
                                "select s from Signal s where s.caseFile in :cases order by s.begunAt desc, s.id",
                                Signal.class)
                        .setParameter("cases", cases)
                        .getResultList()
                        .stream()
                        .filter(row -> row.sound(macs))
                        .map(signal -> signal.id().dossier())
                        .toList();
    }
}
