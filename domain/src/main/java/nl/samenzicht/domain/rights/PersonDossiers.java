package nl.samenzicht.domain.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.domain.signal.SignalDossiers;

/**
 * Which dossiers are about the person whom one of them is about: their cases, and the signals that those took up. A signal
 * that no case took up is about somebody of whom nothing else is known. Whether one may hear of them is still to be asked.
 */
@ApplicationScoped
public class PersonDossiers {
    private final CaseFiles caseFiles;
    private final SignalDossiers signals;

    protected PersonDossiers() {
        this(null, null);
    }

    @Inject
    public PersonDossiers(CaseFiles caseFiles, SignalDossiers signals) {
        this.caseFiles = caseFiles;
        this.signals = signals;
    }

    /** All of them, cases first; empty when there is no such dossier. */
    public List<CaseFileId> about(CaseFileId one) {
        var cases = person(one).map(caseFiles::about).orElse(List.of());
        if (cases.isEmpty()) {
            return isSignal(one) ? List.of(one) : List.of();
        }
        return Stream.concat(cases.stream(), signals.takenUpIn(cases).stream()).toList();
    }

    /** The person; empty when a signal is all that is known. */
    Optional<PersonId> person(CaseFileId one) {
        return caseFiles.of(signals.caseOf(one).orElse(one));
    }

    /** Whether it is the dossier of a signal, not of a case. */
    boolean isSignal(CaseFileId one) {
        return signals.holds(one);
    }
}
