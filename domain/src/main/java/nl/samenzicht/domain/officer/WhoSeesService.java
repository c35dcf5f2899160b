package nl.samenzicht.domain.officer;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.officer.WhoSees.OfCase;
import nl.samenzicht.domain.officer.WhoSees.Sighting;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Sight;
import nl.samenzicht.security.access.Supposition;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Rule;

/**
 * Answers a privacy officer who could see which data now, by which rule and until when, and what would be left if something
 * were otherwise. It asks the gate for everybody who could ever come near a case; it knows no rules of its own.
 */
@ApplicationScoped
@Transactional
public class WhoSeesService {
    private final AccessGate gate;
    private final AgencyCases agencyCases;
    private final CaseFiles caseFiles;
    private final Directory directory;
    private final CurrentProfessional current;
    private final EntityManager store;
    private final Clock clock;

    protected WhoSeesService() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public WhoSeesService(
            AccessGate gate,
            AgencyCases agencyCases,
            CaseFiles caseFiles,
            Directory directory,
            CurrentProfessional current,
            @Casework EntityManager store,
            Clock clock) {
        this.gate = gate;
        this.agencyCases = agencyCases;
        this.caseFiles = caseFiles;
        this.directory = directory;
        this.current = current;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What an officer asks.
     *
     * @param caseNumber as people write it; one that does not concern the agency gives no answer, like one that does not exist
     * @param ofPerson whether to look at all cases about the person of that case which concern the agency
     * @param purpose only for this purpose; for any when empty
     * @param supposed what were otherwise; as it is when empty
     */
    public record Asked(
            String caseNumber, boolean ofPerson, Optional<Purpose> purpose, Optional<Supposition> supposed) {

        private String inWords() {
            return Stream.of(
                            Optional.of((ofPerson ? "could-see; person-of-case=" : "could-see; case=") + caseNumber),
                            purpose.map(each -> "purpose=" + each),
                            supposed.map(each -> "supposed=" + each))
                    .flatMap(Optional::stream)
                    .collect(joining("; "));
        }
    }

    /** Answers; the question is on record. */
    public WhoSees ask(Asked asked) {
        var grant =
                gate.admit(AccessRequest.ofLog(current.current(), Action.VIEW_LOG, Purpose.OVERSIGHT, clock.instant())
                        .because(asked.inWords()));
        var purposes = asked.purpose()
                .map(each -> (Set<Purpose>) EnumSet.of(each))
                .orElseGet(() -> EnumSet.allOf(Purpose.class));
        return new WhoSees(
                cases(grant, asked).stream()
                        .map(file -> ofCase(grant, file, purposes, asked.supposed()))
                        .toList(),
                grant.entry().code());
    }

    private OfCase ofCase(AccessGrant grant, CaseFileId file, Set<Purpose> purposes, Optional<Supposition> supposed) {
        var open = new Looking(grant, file, purposes, supposed).sightings();
        var closing = supposed.isEmpty()
                ? List.<Sighting>of()
                : new Looking(grant, file, purposes, Optional.empty())
                        .sightings().stream().filter(now -> !open.contains(now)).toList();
        return new OfCase(caseFiles.nameOf(file), open, closing);
    }

    private List<CaseFileId> cases(AccessGrant grant, Asked asked) {
        var one = agencyCases.known(grant, asked.caseNumber());
        if (!asked.ofPerson() || one.isEmpty()) {
            return one.stream().toList();
        }
        return caseFiles.about(caseFiles.of(one.get()).orElseThrow()).stream()
                .filter(file -> agencyCases.concerns(grant, file))
                .toList();
    }

    /** The agencies that have, had or will have to do with a case; whether they could see anything is for the gate. */
    private Set<AgencyId> near(CaseFileId file) {
        var agencies = new HashSet<AgencyId>();
        for (var question : List.of(
                "select distinct p.agency from Participation p where p.caseFile = :file",
                "select distinct s.recipient from Share s where s.caseFile = :file",
                "select distinct b.agency from BreakGlass b where b.caseFile = :file")) {
            agencies.addAll(store.createQuery(question, AgencyId.class)
                    .setParameter("file", file)
                    .getResultList());
        }
        return agencies;
    }

    /** One case, looked at with the eyes of everybody. */
    private final class Looking {
        private final AccessGrant grant;
        private final CaseFileId file;
        private final Set<Purpose> purposes;
        private final Optional<Supposition> supposed;
        private final AgencyId ours;
        private final Map<Group, List<ProfessionalCard>> groups = new LinkedHashMap<>();

        private Looking(AccessGrant grant, CaseFileId file, Set<Purpose> purposes, Optional<Supposition> supposed) {
            this.grant = grant;
            this.file = file;
            this.purposes = purposes;
            this.supposed = supposed;
            this.ours = grant.who().agency();
        }

        private List<Sighting> sightings() {
            for (var id : near(file)) {
                var agency = directory.agency(id);
                for (var person : directory.professionalsOf(id)) {
                    person.functions().stream()
                            .filter(Function::readsContent)
                            .forEach(function -> look(person, agency, function));
                }
            }
            return groups.entrySet().stream()
                    .map(each -> sighting(each.getKey(), each.getValue()))
                    .sorted(comparing(Sighting::category)
                            .thenComparing(line -> !line.agency().id().equals(ours))
                            .thenComparing(line -> line.agency().name())
                            .thenComparing(Sighting::function)
                            .thenComparing(line -> line.reasons().firstKey()))
                    .toList();
        }

        private void look(ProfessionalCard person, AgencyCard agency, Function function) {
            var who = ActingProfessional.supposed(person, agency.type(), function);
            var seen = new LinkedHashMap<Manner, Data>();
            gate.sights(who, file.value(), purposes, supposed, grant.at()).stream()
                    .filter(sight -> sight.owner().equals(ours) || agency.id().equals(ours))
                    .forEach(sight -> seen.computeIfAbsent(Manner.of(sight), any -> new Data())
                            .add(sight));
            seen.forEach((manner, data) -> groups.computeIfAbsent(
                            new Group(agency.id(), function, manner, data.items, data.reasons),
                            any -> new ArrayList<>())
                    .add(person));
        }

        private Sighting sighting(Group group, Collection<ProfessionalCard> people) {
            var manner = group.manner();
            return new Sighting(
                    manner.category(),
                    directory.agency(manner.owner()),
                    directory.agency(group.agency()),
                    group.function(),
                    group.agency().equals(ours)
                            ? people.stream()
                                    .map(ProfessionalCard::displayName)
                                    .sorted()
                                    .toList()
                            : List.of(),
                    people.size(),
                    group.items().size(),
                    group.reasons(),
                    manner.until(),
                    manner.shared(),
                    manner.emergency(),
                    !manner.withheld().isEmpty());
        }
    }

    /** How some items are seen. */
    private record Manner(
            DataCategory category,
            AgencyId owner,
            Optional<Instant> until,
            boolean shared,
            boolean emergency,
            Set<String> withheld) {
        static Manner of(Sight sight) {
            return new Manner(
                    sight.category(),
                    sight.owner(),
                    sight.until(),
                    sight.shared(),
                    sight.emergency(),
                    sight.withheld());
        }
    }

    /** What is seen in one manner. */
    private static final class Data {
        private final Set<UUID> items = new HashSet<>();
        private final SortedMap<Purpose, List<Rule>> reasons = new TreeMap<>();

        private void add(Sight sight) {
            items.add(sight.item());
            reasons.put(sight.purpose(), sight.rules());
        }
    }

    /** People who see the same in the same manner. */
    private record Group(
            AgencyId agency,
            Function function,
            Manner manner,
            Set<UUID> items,
            SortedMap<Purpose, List<Rule>> reasons) {}
}
