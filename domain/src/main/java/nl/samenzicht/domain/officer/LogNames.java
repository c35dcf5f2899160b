package nl.samenzicht.domain.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.signal.Signals;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.ledger.Recipient;
import nl.samenzicht.security.oversight.AgencyLog;

/** Finds the names that belong to the numbers in the log, as far as an agency may know them. */
@ApplicationScoped
public class LogNames {
    private final AgencyCases agencyCases;
    private final CaseFiles caseFiles;
    private final Signals signals;
    private final Directory directory;

    /** For CDI, which needs it to make a proxy. */
    protected LogNames() {
        this(null, null, null, null);
    }

    @Inject
    public LogNames(AgencyCases agencyCases, CaseFiles caseFiles, Signals signals, Directory directory) {
        this.agencyCases = agencyCases;
        this.caseFiles = caseFiles;
        this.signals = signals;
        this.directory = directory;
    }

    /** The names that this grant may know, each looked up once. */
    public Names of(AccessGrant grant) {
        return new Names(grant.who().agency(), caseFile -> agencyCases.concerns(grant, caseFile));
    }

    /** The same for lines that this agency takes out, after the transaction in which that was granted. */
    Names of(AgencyId reader, AgencyLog.Reading reading) {
        return new Names(reader, caseFile -> agencyCases.concerns(reading, caseFile));
    }

    /** Finds each name once for a page. */
    public final class Names {
        private final Map<ProfessionalId, Optional<String>> people = new HashMap<>();
        private final Map<AgencyId, Optional<AgencyCard>> agencies = new HashMap<>();
        private final Map<UUID, Optional<CaseName>> cases = new HashMap<>();
        private final Map<UUID, Optional<String>> signalNumbers = new HashMap<>();
        private final AgencyId reader;
        private final Predicate<CaseFileId> concerns;

        private Names(AgencyId reader, Predicate<CaseFileId> concerns) {
            this.reader = reader;
            this.concerns = concerns;
        }

        /** The line with its names. */
        public LogLine line(LoggedEntry entry) {
            var actor = entry.event().actor();
            var who = actor.professional() == null ? Optional.<String>empty() : person(actor.professional());
            var caseName = caseName(entry.event().caseId());
            return new LogLine(
                    entry,
                    who,
                    actor.agency() == null ? Optional.empty() : agency(actor.agency()),
                    caseName,
                    caseName.isPresent()
                            ? Optional.empty()
                            : signal(entry.event().caseId()),
                    entry.event().recipients().stream()
                            .map(Recipient::agency)
                            .distinct()
                            .map(this::agency)
                            .flatMap(Optional::stream)
                            .toList());
        }

        /** The name of a professional; empty when there never was one with this number. */
        public Optional<String> person(ProfessionalId id) {
            return people.computeIfAbsent(
                    id, any -> directory.knownProfessional(id).map(ProfessionalCard::displayName));
        }

        /** The card of an agency; empty when there never was one with this number. */
        public Optional<AgencyCard> agency(AgencyId id) {
            return agencies.computeIfAbsent(id, any -> directory.knownAgency(id));
        }

        /** The number of a signal; empty when the agency never had to do with it. */
        public Optional<String> signal(UUID id) {
            return id == null
                    ? Optional.empty()
                    : signalNumbers.computeIfAbsent(id, any -> signals.numberFor(reader, id));
        }

        /** The case; empty when the agency never had to do with it. */
        public Optional<CaseName> caseName(UUID id) {
            return id == null
                    ? Optional.empty()
                    : cases.computeIfAbsent(id, any -> {
                        var caseFile = new CaseFileId(id);
                        return caseFiles
                                .facts(caseFile)
                                .filter(facts -> concerns.test(caseFile))
                                .map(facts -> caseFiles.nameOf(caseFile));
                    });
        }
    }
}
