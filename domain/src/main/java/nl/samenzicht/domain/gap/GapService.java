package nl.samenzicht.domain.gap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.gap.GapFigures.Others;
import nl.samenzicht.domain.gap.GapFigures.Own;
import nl.samenzicht.domain.gap.ToReport.Given;
import nl.samenzicht.domain.gap.ToReport.Standing;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.report.ReportTask;
import nl.samenzicht.domain.report.Reports;
import nl.samenzicht.domain.signal.Signals;
import nl.samenzicht.domain.signal.Signals.Positive;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * Finds the signals of presumed victims that were not reported to CoMensha: one by one for who can still report them, as figures
 * for policy. A figure about others is made fit to be shown, and nobody is ranked.
 */
@ApplicationScoped
public class GapService {
    /** Stands for what a signal does not say. */
    public static final String UNKNOWN = "UNKNOWN";

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int LONGEST_WORDS = 500;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final EntityManager store;
    private final Signals signals;
    private final Reports reports;
    private final CaseFiles caseFiles;
    private final Participations participations;
    private final Directory directory;
    private final Sealer sealer;
    private final RowMac macs;
    private final Clock clock;

    protected GapService() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public GapService(
            AccessGate gate,
            CurrentProfessional current,
            @Casework EntityManager store,
            Signals signals,
            Reports reports,
            CaseFiles caseFiles,
            Participations participations,
            Directory directory,
            Sealer sealer,
            RowMac macs,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.store = store;
        this.signals = signals;
        this.reports = reports;
        this.caseFiles = caseFiles;
        this.participations = participations;
        this.directory = directory;
        this.sealer = sealer;
        this.macs = macs;
        this.clock = clock;
    }

    /** The reasons that can be given today. */
    public List<String> reasons() {
        return UnreportedReasons.on(LocalDate.ofInstant(clock.instant(), AMSTERDAM));
    }

    /** Whether the asker's function works on signals; nothing is recorded by asking. */
    public boolean isWork() {
        return gate.wouldAdmit(listing());
    }

    /** What the asker's own agency has not reported, longest decided first. */
    @Transactional
    public List<ToReport> toReport() {
        var list = gate.admit(listing());
        var reasons = newest(Optional.of(list.who().agency()));
        return signals.positive(list).stream()
                .filter(signal -> signal.open() || signal.caseFile().isPresent())
                .filter(signal -> !reported(signal))
                .map(signal -> toReport(signal, list, reasons))
                .toList();
    }

    private boolean reported(Positive signal) {
        return signal.caseFile()
                .flatMap(file -> reports.registration(file, signal.holder()))
                .filter(Reports.Registration::sent)
                .isPresent();
    }

    private ToReport toReport(Positive signal, AccessGrant list, Map<Key, UnreportedReason> reasons) {
        var file = signal.caseFile()
                .filter(one -> participations.active(one, list.who().agency(), list.at()));
        var mayReport =
                file.filter(one -> gate.wouldAdmit(preparing(list.who(), one))).isPresent();
        return new ToReport(
                signal.number(),
                signal.id().value(),
                signal.form(),
                standing(signal),
                file.map(caseFiles::nameOf),
                file.filter(any -> mayReport)
                        .map(one -> reasons.get(new Key(one, list.who().agency())))
                        .map(this::given),
                mayReport);
    }

    private Standing standing(Positive signal) {
        if (signal.caseFile().isEmpty()) {
            return Standing.NO_CASE;
        }
        return reports.registration(signal.caseFile().get(), signal.holder()).isPresent()
                ? Standing.BEGUN
                : Standing.NOT_BEGUN;
    }

    private Given given(UnreportedReason reason) {
        return new Given(
                reason.code(),
                new String(sealer.open(place(reason.id()), reason.sealedWords()), UTF_8),
                directory.professional(reason.recordedBy()).displayName(),
                reason.recordedAt());
    }

    /**
     * Says why the person of a case is not reported yet; for who could prepare the report.
     *
     * @param words in one's own words; needed for what the list does not name
     * @throws NotPossible when the reason is not in the list of today, or words are missing or too many
     */
    @Transactional
    public void because(CaseFileId caseFile, String code, String words) {
        var said = words == null ? "" : words.strip();
        if (!reasons().contains(code)) {
            throw new NotPossible("gap.error.reason");
        }
        if (said.length() > LONGEST_WORDS || (said.isEmpty() && code.equals(UnreportedReasons.OTHER))) {
            throw new NotPossible("gap.error.words", LONGEST_WORDS);
        }
        var grant = gate.admit(preparing(current.current(), caseFile).because(code));
        var id = TimeOrderedId.next();
        store.persist(new UnreportedReason(
                        id, caseFile, code, sealer.seal(place(id), said.getBytes(UTF_8)), grant.who(), grant.at())
                .sign(macs));
    }

    /** The figures; the question is on record. */
    @Transactional
    public GapFigures figures() {
        var grant = gate.admit(counting());
        var ours = grant.who().agency();
        var reasons = newest(Optional.empty());
        var own = new ArrayList<Positive>();
        var others = new ArrayList<Positive>();
        signals.eachPositive(grant, signal -> (signal.holder().equals(ours) ? own : others).add(signal));
        var unreported = others.stream()
                .filter(signal -> signal.caseFile()
                        .flatMap(caseFiles::of)
                        .filter(reports::anybodyRegistered)
                        .isEmpty())
                .toList();
        return new GapFigures(
                own.isEmpty() ? Optional.empty() : Optional.of(own(own, reasons)),
                new Others(
                        counted(unreported, Positive::form),
                        counted(unreported, Positive::municipality),
                        SmallNumbers.rounded(others.size())),
                grant.entry().code());
    }

    private static SmallNumbers counted(List<Positive> signals, Function<Positive, Optional<String>> by) {
        var counts = new TreeMap<String, Integer>();
        signals.forEach(signal -> counts.merge(by.apply(signal).orElse(UNKNOWN), 1, Integer::sum));
        return SmallNumbers.of(counts);
    }

    private Own own(List<Positive> signals, Map<Key, UnreportedReason> reasons) {
        var positive = new TreeMap<String, Integer>();
        var reported = new HashMap<String, Integer>();
        var why = new LinkedHashMap<String, Integer>();
        for (var signal : signals) {
            var form = signal.form().orElse(UNKNOWN);
            positive.merge(form, 1, Integer::sum);
            if (reported(signal)) {
                reported.merge(form, 1, Integer::sum);
            } else {
                var given = signal.caseFile().map(file -> reasons.get(new Key(file, signal.holder())));
                why.merge(
                        given.map(UnreportedReason::code)
                                .orElseGet(() -> standing(signal).name()),
                        1,
                        Integer::sum);
            }
        }
        return new Own(
                positive.entrySet().stream()
                        .map(each ->
                                new Own.Row(each.getKey(), each.getValue(), reported.getOrDefault(each.getKey(), 0)))
                        .toList(),
                why);
    }

    private record Key(CaseFileId caseFile, AgencyId agency) {}

    private Map<Key, UnreportedReason> newest(Optional<AgencyId> agency) {
        return store
                .createQuery("select r from UnreportedReason r order by r.recordedAt", UnreportedReason.class)
                .getResultList()
                .stream()
                .filter(row -> agency.map(row.agency()::equals).orElse(true))
                .filter(row -> row.sound(macs))
                .collect(toMap(row -> new Key(row.caseFile(), row.agency()), row -> row, (earlier, later) -> later));
    }

    private static String place(UUID id) {
        return "unreported-reason:" + id;
    }

    private AccessRequest listing() {
        return AccessRequest.of(
                current.current(),
                Action.LIST_SIGNALS,
                new ResourceRef.OfAgency(DataCategory.SIGNAL),
                Purpose.SIGNAL_ASSESSMENT,
                clock.instant());
    }

    private AccessRequest counting() {
        return AccessRequest.of(
                current.current(),
                Action.COUNT,
                new ResourceRef.OfAgency(DataCategory.FIGURES),
                Purpose.STATISTICS,
                clock.instant());
    }

    private AccessRequest preparing(ActingProfessional who, CaseFileId caseFile) {
        var task = ReportTask.REGISTRATION;
        return AccessRequest.of(
                who,
                Action.PREPARE_REPORT,
                new ResourceRef.OfSection(caseFile.value(), task.category()),
                task.purpose(),
                clock.instant());
    }
}
