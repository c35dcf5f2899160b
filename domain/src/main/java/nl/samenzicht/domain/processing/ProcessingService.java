package nl.samenzicht.domain.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.samenzicht.domain.officer.LogFigures;
import nl.samenzicht.domain.retention.RetentionTerms;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.agreement.RulesInWords;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.ledger.LogPosition;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.ledger.Recipient;
import nl.samenzicht.security.oversight.AgencyLog;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.ProductGuards;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;

/**
 * Tells the register of processing and the annex to a DPIA from the rules in force and from the log of the last year. Nothing
 * is kept: whoever asks tomorrow gets tomorrow's.
 */
@ApplicationScoped
@Transactional
public class ProcessingService {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int LINES_AT_ONCE = 500;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final AgencyLog log;
    private final Directory directory;
    private final Clock clock;

    protected ProcessingService() {
        this(null, null, null, null, null);
    }

    @Inject
    public ProcessingService(
            AccessGate gate, CurrentProfessional current, AgencyLog log, Directory directory, Clock clock) {
        this.gate = gate;
        this.current = current;
        this.log = log;
        this.directory = directory;
        this.clock = clock;
    }

    /** The register of one's own agency, as it is now. */
    public ProcessingRegister register() {
        return told(gate.admit(request(Action.VIEW_LOG).because("processing")));
    }

    /** The same, to leave the system as a file; that is on record. */
    public ProcessingRegister takeOut() {
        return told(gate.admit(request(Action.EXPORT_LOG).because("processing")));
    }

    private ProcessingRegister told(AccessGrant grant) {
        var who = grant.who();
        var from = grant.at().atZone(AMSTERDAM).minusYears(1).toInstant();
        var rulebook = gate.rulebook();
        var rules = new RulesInWords(new PolicyEngine(rulebook, ProductGuards.all()), grant.at());
        var figures = LogFigures.of(log.counts(grant, from, grant.at()));
        var looks = figures.getOrDefault(LogFigures.Table.ACCESSES, new TreeMap<>());
        var received = received(grant, from);
        return new ProcessingRegister(
                directory.agency(who.agency()),
                Regime.of(who.agencyType()),
                names(who.agency(), Function.PRIVACY_OFFICER),
                names(who.agency(), Function.DATA_PROTECTION_OFFICER),
                rulebook.reference(),
                Processings.of(rules, who.agencyType()).stream()
                        .map(processing -> new ProcessingRegister.Entry(
                                processing,
                                looks.getOrDefault(processing.purpose().name(), 0L),
                                received.getOrDefault(processing.purpose().name(), new TreeSet<>())))
                        .toList(),
                RetentionTerms.of(who.agencyType()),
                rules.guards(),
                from,
                grant.at(),
                figures,
                grant.entry().code());
    }

    private List<String> names(AgencyId agency, Function function) {
        return directory.holders(agency, function).stream()
                .map(ProfessionalCard::displayName)
                .sorted()
                .toList();
    }

    /** The names of the agencies that were given something since a moment, by the code of the purpose. */
    private Map<String, SortedSet<String>> received(AccessGrant grant, Instant from) {
        var own = grant.who().agency();
        var filter = LogFilter.where()
                .agency(own)
                .action(Action.SHARE_ITEM.name())
                .outcome(Outcome.PERMITTED)
                .from(from)
                .build();
        var reading = log.reading(grant);
        var received = new TreeMap<String, SortedSet<String>>();
        Optional<LogPosition> after = Optional.empty();
        do {
            var part = reading.part(filter, after, LINES_AT_ONCE);
            part.lines().stream()
                    .map(LoggedEntry::event)
                    .filter(event -> event.purpose() != null)
                    .forEach(event -> event.recipients().stream()
                            .map(Recipient::agency)
                            .filter(agency -> !agency.equals(own))
                            .map(directory::knownAgency)
                            .flatMap(Optional::stream)
                            .forEach(card -> received.computeIfAbsent(event.purpose(), any -> new TreeSet<>())
                                    .add(card.name())));
            after = part.next();
        } while (after.isPresent());
        return received;
    }

    private AccessRequest request(Action action) {
        return AccessRequest.ofLog(current.current(), action, Purpose.OVERSIGHT, clock.instant());
    }
}
