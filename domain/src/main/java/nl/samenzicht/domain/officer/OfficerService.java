package nl.samenzicht.domain.officer;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.officer.DisclosureRegister.Disclosure;
import nl.samenzicht.domain.officer.DisclosureRegister.Manner;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.EntryRef;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.ledger.LogPosition;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.oversight.AgencyLog;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What the privacy officer and the data protection officer do with the log of their agency. Each act is decided for the
 * purpose of oversight and stands in the log itself, with what was asked for sealed beside it.
 */
@ApplicationScoped
@Transactional
public class OfficerService {
    /** How many lines a page has. */
    public static final int PAGE = 50;

    /** No line speaks of this one. */
    private static final UUID NOBODYS = new UUID(0, 0);

    private static final int BATCH = 500;
    private static final int SUMMARY_LIMIT = 10_000;
    private static final Set<String> LOOKING = Set.of(
            Action.VIEW_SECTION.name(),
            Action.VIEW_CASE.name(),
            Action.EXPORT.name(),
            Action.GIVE_COPY.name(),
            Action.BREAK_GLASS.name());

    private final AccessGate gate;
    private final AgencyLog log;
    private final CaseFiles caseFiles;
    private final AgencyCases cases;
    private final LogNames logNames;
    private final Directory directory;
    private final CurrentProfessional subject;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected OfficerService() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public OfficerService(
            AccessGate gate,
            AgencyLog log,
            CaseFiles caseFiles,
            AgencyCases cases,
            LogNames logNames,
            Directory directory,
            CurrentProfessional subject,
            Clock clock) {
        this.gate = gate;
        this.log = log;
        this.caseFiles = caseFiles;
        this.cases = cases;
        this.logNames = logNames;
        this.directory = directory;
        this.subject = subject;
        this.clock = clock;
    }

    /** What an officer may choose from when limiting the log: the people of the own agency, and the agencies. */
    public record Choices(List<ProfessionalCard> people, List<AgencyCard> agencies) {}

    /** The people of the own agency and the agencies that take part; the directory is no secret and no look at the log. */
    public Choices choices() {
        return new Choices(directory.professionalsOf(subject.current().agency()), directory.activeAgencies());
    }

    /** A page of the log of the own agency. */
    public LogPage page(LogQuestion question, Optional<LogPosition> after) {
        var grant = admit(Action.VIEW_LOG, question);
        var entries = log.page(grant, filter(grant, question), after, PAGE + 1);
        var names = logNames.of(grant);
        var lines = entries.stream().limit(PAGE).map(names::line).toList();
        Optional<LogPosition> next =
                entries.size() > PAGE ? Optional.of(entries.get(PAGE - 1).place()) : Optional.empty();
        return new LogPage(lines, next, log.gone(grant), grant.entry().code());
    }

    /** One line with the decision as it was then; empty when no line with this code concerns the agency. */
    public Optional<LogDetail> detail(EntryCode code) {
        var question = LogQuestion.about(LogFilter.where().code(code).build());
        var grant = admit(Action.VIEW_LOG, question);
        var names = logNames.of(grant);
        return log.line(grant, code).map(entry -> {
            var owners = new HashMap<AgencyId, AgencyCard>();
            Stream.concat(entry.event().items().stream().map(ItemRef::owner), entry.event().holders().stream())
                    .distinct()
                    .forEach(owner -> names.agency(owner).ifPresent(card -> owners.put(owner, card)));
            return new LogDetail(
                    names.line(entry),
                    log.typed(grant, entry),
                    owners,
                    grant.entry().code());
        });
    }

    /** Who looked at a case, or tried to. */
    public CaseLooks looksAt(String caseNumber) {
        var question = new LogQuestion(LogFilter.all(), Optional.of(caseNumber), Optional.empty());
        var grant = admit(Action.VIEW_LOG, question);
        var names = logNames.of(grant);
        var lookers = new LinkedHashMap<List<Object>, Looking>();
        Optional<CaseName> caseName = Optional.empty();
        var entries = all(grant, filter(grant, question), SUMMARY_LIMIT);
        for (var entry : entries) {
            if (caseName.isEmpty()) {
                caseName = names.caseName(entry.event().caseId());
            }
            if (LOOKING.contains(entry.event().action())) {
                var actor = entry.event().actor();
                lookers.computeIfAbsent(
                                List.of(
                                        Optional.ofNullable(actor.professional()),
                                        Optional.ofNullable(actor.agency()),
                                        Optional.ofNullable(actor.function())),
                                any -> new Looking(names.line(entry)))
                        .add(entry.event());
            }
        }
        return new CaseLooks(
                caseName,
                lookers.values().stream().map(Looking::looker).toList(),
                entries.size() < SUMMARY_LIMIT,
                grant.entry().code());
    }

    /** Counts the looks of one person in one function. */
    private static final class Looking {
        private final LogLine newest;
        private final Set<String> categories = new LinkedHashSet<>();
        private final Set<String> purposes = new LinkedHashSet<>();
        private Instant first;
        private int looks;
        private int refusals;
        private boolean emergency;

        private Looking(LogLine newest) {
            this.newest = newest;
            this.first = newest.at();
        }

        private void add(LedgerEvent event) {
            first = event.at();
            emergency |= event.emergency();
            if (event.outcome() == Outcome.REFUSED) {
                refusals++;
                return;
            }
            looks++;
            if (event.category() != null) {
                categories.add(event.category());
            }
            if (event.purpose() != null) {
                purposes.add(event.purpose());
            }
        }

        private CaseLooks.Looker looker() {
            return new CaseLooks.Looker(
                    newest.professional(),
                    newest.who(),
                    newest.function(),
                    newest.agency(),
                    looks,
                    refusals,
                    emergency,
                    first,
                    newest.at(),
                    categories,
                    purposes);
        }
    }

    /** What was disclosed of a person. */
    public DisclosureRegister disclosures(PersonId person) {
        return disclosures(
                LogQuestion.about(LogFilter.where().person(person.value()).build()));
    }

    /** What was disclosed of the person whom a case is about, in all their cases. */
    public DisclosureRegister disclosuresOf(String caseNumber) {
        return disclosures(new LogQuestion(LogFilter.all(), Optional.empty(), Optional.of(caseNumber)));
    }

    private DisclosureRegister disclosures(LogQuestion question) {
        var grant = admit(Action.VIEW_LOG, question);
        var names = logNames.of(grant);
        var entries = all(grant, filter(grant, question), SUMMARY_LIMIT);
        var grounds = new HashMap<UUID, String>();
        entries.forEach(entry -> {
            var event = entry.event();
            if (event.shareId() != null && event.ground() != null) {
                grounds.putIfAbsent(event.shareId(), event.ground());
            }
        });
        var disclosures = entries.stream()
                .flatMap(entry -> disclosed(entry, grounds, names))
                .toList();
        var caseName = entries.stream()
                .map(entry -> names.caseName(entry.event().caseId()))
                .flatMap(Optional::stream)
                .findFirst();
        return new DisclosureRegister(
                caseName,
                disclosures,
                entries.size() < SUMMARY_LIMIT,
                grant.entry().code());
    }

    private static Stream<Disclosure> disclosed(LoggedEntry entry, Map<UUID, String> grounds, LogNames.Names names) {
        var event = entry.event();
        var manner = Disclosing.manner(event).orElse(null);
        if (manner == null || (manner == Manner.VIEWED && !hasDataOfOthers(event))) {
            return Stream.empty();
        }
        return manner == Manner.TOLD_KNOWN
                ? Stream.of(disclosure(entry, manner, null, grounds, names))
                : Disclosing.receivers(event, manner).stream()
                        .map(agency -> disclosure(entry, manner, agency, grounds, names));
    }

    private static boolean hasDataOfOthers(LedgerEvent event) {
        return event.items().stream()
                .anyMatch(item -> !item.owner().equals(event.actor().agency()));
    }

    private static Disclosure disclosure(
            LoggedEntry entry,
            Manner manner,
            @Nullable AgencyId recipient,
            Map<UUID, String> grounds,
            LogNames.Names names) {
        var event = entry.event();
        var ground = event.ground() == null && event.shareId() != null ? grounds.get(event.shareId()) : event.ground();
        return new Disclosure(
                event.at(),
                manner,
                recipient == null ? Optional.empty() : names.agency(recipient),
                manner == Manner.VIEWED ? Optional.ofNullable(event.actor().function()) : Optional.empty(),
                Optional.ofNullable(event.category()),
                Optional.ofNullable(event.purpose()),
                Optional.ofNullable(ground),
                event.items().size(),
                event.emergency(),
                entry.code());
    }

    /**
     * Admits taking lines out in a format, which then reads them by {@link #part} outside this transaction.
     *
     * @param format what the file will be, as the log says it
     */
    public AdmittedLines admitLines(LogQuestion question, String format) {
        var grant = admit(Action.EXPORT_LOG, ("format=" + format + "; " + inWords(question)).replaceAll("; $", ""));
        return new AdmittedLines(
                log.reading(grant),
                filter(grant, question),
                grant.who(),
                grant.entry().code());
    }

    /** The next lines of what was admitted; the names are found anew for each part. */
    public LinesPart part(AdmittedLines admitted, Optional<LogPosition> after) {
        var part = admitted.reading().part(admitted.filter(), after, BATCH);
        var names = logNames.of(admitted.who().agency(), admitted.reading());
        return new LinesPart(
                part.lines().stream()
                        .map(entry -> new LinesPart.Line(names.line(entry), searched(admitted, entry)))
                        .toList(),
                part.next());
    }

    private static Optional<String> searched(AdmittedLines admitted, LoggedEntry entry) {
        return entry.event().action().equals(Action.SEARCH.name())
                ? admitted.reading().typed(entry)
                : Optional.empty();
    }

    /** Admits an export of the log as a bundle, which {@link LogBundles} then writes outside this transaction. */
    AdmittedBundle admitBundle() {
        var grant = admit(Action.EXPORT_LOG, "bundle");
        return new AdmittedBundle(log.bundle(grant), grant.entry().code());
    }

    /** A bundle that may be written, and the line that records that it was asked for. */
    record AdmittedBundle(AgencyLog.Bundle bundle, EntryCode request) {}

    /** Admits a verification of the ledger, which {@link LedgerInspection} then does outside this transaction. */
    EntryRef admitVerification() {
        return admit(Action.VERIFY_LOG, LogQuestion.everything()).entry();
    }

    private AccessGrant admit(Action action, LogQuestion question) {
        return admit(action, inWords(question));
    }

    private AccessGrant admit(Action action, String words) {
        var request = AccessRequest.ofLog(subject.current(), action, Purpose.OVERSIGHT, clock.instant());
        return gate.admit(words.isEmpty() ? request : request.because(words));
    }

    /** What was asked for, as it is kept with the look at the log. */
    private static String inWords(LogQuestion question) {
        var filter = question.filter();
        return Stream.of(
                        said("case", question.caseNumber()),
                        said("person-of-case", question.personOf()),
                        said("code", filter.code()),
                        said("person", filter.person()),
                        said("item", filter.item()),
                        said("agency", filter.agency()),
                        said("professional", filter.professional()),
                        said("function", filter.function()),
                        said("purpose", filter.purpose()),
                        said("category", filter.category()),
                        said("action", filter.action()),
                        said("outcome", filter.outcome()),
                        said("emergency", filter.emergency()),
                        said("from", filter.from()),
                        said("until", filter.until()))
                .filter(Objects::nonNull)
                .collect(joining("; "));
    }

    private static String said(String what, Optional<?> value) {
        return value.map(given -> what + "=" + given).orElse(null);
    }

    private LogFilter filter(AccessGrant grant, LogQuestion question) {
        var filter = question.filter().but();
        question.caseNumber()
                .ifPresent(number -> filter.caseId(
                        cases.known(grant, number).map(CaseFileId::value).orElse(NOBODYS)));
        question.personOf()
                .ifPresent(number -> filter.person(cases.known(grant, number)
                        .flatMap(caseFiles::facts)
                        .map(facts -> facts.person().value())
                        .orElse(NOBODYS)));
        return filter.build();
    }

    private List<LoggedEntry> all(AccessGrant grant, LogFilter filter, int limit) {
        var found = new ArrayList<LoggedEntry>();
        Optional<LogPosition> after = Optional.empty();
        while (found.size() < limit) {
            var batch = log.page(grant, filter, after, Math.min(BATCH, limit - found.size()));
            found.addAll(batch);
            if (batch.isEmpty()) {
                break;
            }
            after = Optional.of(batch.get(batch.size() - 1).place());
        }
        found.sort(Comparator.comparing((LoggedEntry entry) -> entry.event().at())
                .thenComparing(LoggedEntry::number)
                .reversed());
        return found;
    }
}
