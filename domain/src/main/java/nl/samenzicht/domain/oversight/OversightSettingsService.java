package nl.samenzicht.domain.oversight;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.officer.AgencyCases;
import nl.samenzicht.domain.officer.LogNames;
import nl.samenzicht.domain.oversight.Circumstances.Marked;
import nl.samenzicht.domain.oversight.OversightSettings.MarkView;
import nl.samenzicht.domain.oversight.OversightSettings.Version;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Purpose;

/** What an agency's oversight goes by: its thresholds, and the cases of which it watches every look. */
@ApplicationScoped
@Transactional
public class OversightSettingsService {

    /** The shortest reason for another threshold or a mark, in characters. */
    public static final int SHORTEST_REASON = 20;

    /** The longest one. */
    public static final int LONGEST_REASON = 300;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final EntityManager store;
    private final AgencyCases agencyCases;
    private final LogNames logNames;
    private final Directory directory;
    private final Sealer sealer;
    private final RowMac macs;
    private final Clock clock;

    protected OversightSettingsService() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public OversightSettingsService(
            AccessGate gate,
            CurrentProfessional current,
            @Casework EntityManager store,
            AgencyCases agencyCases,
            LogNames logNames,
            Directory directory,
            Sealer sealer,
            RowMac macs,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.store = store;
        this.agencyCases = agencyCases;
        this.logNames = logNames;
        this.directory = directory;
        this.sealer = sealer;
        this.macs = macs;
        this.clock = clock;
    }

    /** Shows what the oversight of one's own agency goes by. */
    public OversightSettings settings() {
        var grant = gate.admit(request(Action.VIEW_LOG).because("oversight settings"));
        var agency = grant.who().agency();
        var names = logNames.of(grant);
        var versions = new ArrayList<>(versions(agency));
        Collections.reverse(versions);
        return new OversightSettings(
                versions.stream()
                        .map(set -> new Version(set, set.setBy().flatMap(names::person)))
                        .toList(),
                marks(agency).stream().map(mark -> view(mark, names)).toList(),
                directory.professionalsOf(agency),
                gate.wouldAdmit(request(Action.SET_OVERSIGHT)),
                grant.entry().code());
    }

    private MarkView view(CaseMark mark, LogNames.Names names) {
        return new MarkView(
                mark.id(),
                names.caseName(mark.caseFile().value()),
                mark.kind(),
                mark.colleague(sealer).flatMap(names::person),
                mark.why(sealer),
                names.person(mark.setBy()).orElse("–"),
                mark.setAt());
    }

    /** The thresholds of an agency in force. */
    ThresholdSet inForce(AgencyId agency) {
        var all = versions(agency);
        return all.get(all.size() - 1);
    }

    /** All versions, the product's own first. */
    private List<ThresholdSet> versions(AgencyId agency) {
        var all = new ArrayList<>(List.of(ThresholdSet.standard()));
        store.createQuery(
                        "select t from EnteredThresholds t where t.agency = :agency order by t.version",
                        EnteredThresholds.class)
                .setParameter("agency", agency)
                .getResultStream()
                .filter(row -> row.sound(macs))
                .forEach(row -> all.add(row.on(all.get(all.size() - 1), sealer)));
        return all;
    }

    /**
     * Sets other thresholds for one's own agency.
     *
     * @param basedOn the version that they were held against
     * @param source why, and what it rests on
     * @throws NotPossible when somebody set others meanwhile, a value cannot be, or nothing changes
     */
    public EntryCode set(int basedOn, Map<Threshold, Integer> values, String source) {
        var why = reason(source);
        var before = inForce(current.current().agency());
        var changes = new TreeMap<>(values)
                .entrySet().stream()
                        .filter(each -> each.getValue() == null || before.of(each.getKey()) != each.getValue())
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(joining(" "));
        var grant = gate.admit(request(Action.SET_OVERSIGHT).because(changes + ": " + why));
        if (before.version() != basedOn) {
            throw new NotPossible("oversight.error.changed-meanwhile");
        }
        if (changes.isEmpty()) {
            throw new NotPossible("oversight.error.nothing-changes");
        }
        for (var threshold : Threshold.values()) {
            var value = values.get(threshold);
            if (value == null || !threshold.allows(value)) {
                throw new NotPossible("oversight.error.value", threshold.least(), threshold.most());
            }
        }
        store.persist(
                new EnteredThresholds(grant.who(), before.version() + 1, values, why, grant.at(), sealer).sign(macs));
        store.flush();
        return grant.entry().code();
    }

    /**
     * Watches every look at a case from now on; the looks of the last weeks are held against it as well.
     *
     * @param caseNumber as people write it; one with which the agency never had to do is not known here
     * @param colleague whom it is about, where the kind names somebody
     */
    public EntryCode mark(String caseNumber, MarkKind kind, Optional<ProfessionalId> colleague, String why) {
        var words = reason(why);
        var setting = gate.admit(request(Action.SET_OVERSIGHT).because("mark %s: %s".formatted(kind, words)));
        var reading = gate.admit(request(Action.VIEW_LOG).because("case=" + caseNumber));
        var caseFile =
                agencyCases.known(reading, caseNumber).orElseThrow(() -> new NotPossible("oversight.error.no-case"));
        if (kind.namesColleague()
                && colleague
                        .filter(named -> directory.professionalsOf(setting.who().agency()).stream()
                                .anyMatch(card -> card.id().equals(named)))
                        .isEmpty()) {
            throw new NotPossible("oversight.error.no-colleague");
        }
        store.persist(new CaseMark(
                        setting.who(),
                        caseFile,
                        kind,
                        colleague.filter(any -> kind.namesColleague()),
                        words,
                        setting.at(),
                        sealer)
                .sign(macs));
        return setting.entry().code();
    }

    /** Watches a case no longer. What was found stays. */
    public EntryCode lift(UUID mark, String why) {
        var words = reason(why);
        var grant = gate.admit(
                request(Action.SET_OVERSIGHT).because("lift: " + words).about(List.of(mark)));
        var row = marks(grant.who().agency()).stream()
                .filter(each -> each.id().equals(mark))
                .findFirst()
                .orElseThrow(() -> new NotPossible("oversight.error.gone"));
        row.lift(grant.who().professional(), grant.at());
        row.sign(macs);
        return grant.entry().code();
    }

    /** Why looks at cases are watched, by case, for going through the log under this grant. */
    Map<UUID, List<Marked>> watched(AccessGrant grant) {
        gate.check(grant, Action.VIEW_LOG);
        return marks(grant.who().agency()).stream()
                .collect(groupingBy(mark -> mark.caseFile().value(), mapping(mark -> mark.marked(sealer), toList())));
    }

    private List<CaseMark> marks(AgencyId agency) {
        return store
                .createQuery(
                        "select m from CaseMark m where m.agency = :agency and m.liftedAt is null order by m.setAt desc",
                        CaseMark.class)
                .setParameter("agency", agency)
                .getResultList()
                .stream()
                .filter(mark -> mark.sound(macs))
                .toList();
    }

    private static String reason(String given) {
        var words = given == null ? "" : given.strip();
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_REASON) {
            throw new NotPossible("oversight.error.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        return words;
    }

    private AccessRequest request(Action action) {
        return AccessRequest.ofLog(current.current(), action, Purpose.OVERSIGHT, clock.instant());
    }
}
