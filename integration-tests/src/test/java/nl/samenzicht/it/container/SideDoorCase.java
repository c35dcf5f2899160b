package nl.samenzicht.it.container;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.samenzicht.domain.breach.Account;
import nl.samenzicht.domain.breach.BreachService;
import nl.samenzicht.domain.breach.Nature;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.ConsentService;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.duplicate.DuplicateService;
import nl.samenzicht.domain.duplicate.Verdict;
import nl.samenzicht.domain.elsewhere.KnownElsewhereService;
import nl.samenzicht.domain.emergency.BreakGlassService;
import nl.samenzicht.domain.gap.GapService;
import nl.samenzicht.domain.htcds.HtcdsExportService;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.indicator.Conclusion;
import nl.samenzicht.domain.indicator.Profile;
import nl.samenzicht.domain.oversight.MarkKind;
import nl.samenzicht.domain.oversight.OversightSettingsService;
import nl.samenzicht.domain.oversight.Threshold;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.plan.GoalDraft;
import nl.samenzicht.domain.plan.LifeDomain;
import nl.samenzicht.domain.plan.PlanService;
import nl.samenzicht.domain.police.ProvisionArticle;
import nl.samenzicht.domain.police.ProvisionDecision;
import nl.samenzicht.domain.police.ProvisionService;
import nl.samenzicht.domain.police.WeightyInterest;
import nl.samenzicht.domain.report.ReportBasis;
import nl.samenzicht.domain.report.ReportService;
import nl.samenzicht.domain.report.ReportTask;
import nl.samenzicht.domain.retention.HoldReason;
import nl.samenzicht.domain.retention.RetentionService;
import nl.samenzicht.domain.rights.Doing;
import nl.samenzicht.domain.rights.HandlingStep;
import nl.samenzicht.domain.rights.NewRequest;
import nl.samenzicht.domain.rights.RequestDecision;
import nl.samenzicht.domain.rights.Requester;
import nl.samenzicht.domain.rights.RightsService;
import nl.samenzicht.domain.rights.SubjectRight;
import nl.samenzicht.domain.sharing.RequestService;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.domain.signal.Meldcode;
import nl.samenzicht.domain.signal.SignalService;
import nl.samenzicht.domain.signal.TriageService;
import nl.samenzicht.domain.supervision.Quarter;
import nl.samenzicht.domain.supervision.SupervisionService;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;

/**
 * A case in which every category holds a word that stands nowhere else, recorded by who may record it, shared in part. Which
 * person may meet which word stands in {@code side-doors.csv}, written by hand from the default matrix.
 */
@ApplicationScoped
public class SideDoorCase {

    @Inject
    CaseFileService caseFiles;

    @Inject
    ParticipationService participations;

    @Inject
    ConsentService consents;

    @Inject
    ShareService shares;

    @Inject
    PlanService plans;

    @Inject
    ProvisionService provisions;

    @Inject
    RequestService requests;

    @Inject
    ReportService reports;

    @Inject
    SignalService signals;

    @Inject
    TriageService triage;

    @Inject
    BreakGlassService emergencies;

    @Inject
    KnownElsewhereService elsewhere;

    @Inject
    DuplicateService duplicates;

    @Inject
    HtcdsExportService exports;

    @Inject
    GapService gap;

    @Inject
    OversightSettingsService oversight;

    @Inject
    RightsService rights;

    @Inject
    BreachService breaches;

    @Inject
    RetentionService retention;

    @Inject
    SupervisionService supervision;

    @Inject
    Directory directory;

    @Inject
    PlayedProfessional people;

    private CaseFileId file;
    private CaseFileId second;
    private String request;
    private String breach;

    /** Writes the case as the people of the demo would. */
    public CaseName write() {
        var waterdam = noor();
        var name = caseFiles.open(
                new OpenCase(new Cooperation(Framework.CONVENANT, "Convenant 2026", Optional.of(inDays(200)))),
                Purpose.SUPPORT);
        file = name.id();
        var deLuwte = agencyOf("amina@deluwte.example");
        var police = agencyOf("ruben@politie-middenland.example");
        invite(deLuwte, Purpose.SUPPORT);
        invite(police, Purpose.INVESTIGATION);
        invite(agencyOf("yara@debrug.example"), Purpose.SUPPORT);
        byTheMunicipality(deLuwte, police);
        reported();
        exports.run(List.of(file), agencyOf("daan@heuvelrode.example"), "Voor de buurgemeente: Kwelzanguit");
        gap.because(file, "OTHER", "Niet nu: Kwelzangreden");
        byCare(waterdam);
        byThePolice(waterdam);
        accepted(waterdam, deLuwte, police);
        people.play(directory, "yara@debrug.example", Function.YOUTH_WORKER);
        requests.ask(file, DataCategory.SIGNAL, waterdam, "Wij kennen het gezin: Kwelzangvraag", Purpose.SUPPORT);
        people.play(directory, "kim@noorderlicht.example", Function.CARE_WORKER);
        emergencies.use(file, "Ze staat hier overstuur aan de deur: Kwelzangnood", Duration.ofHours(3));
        watched(name.number());
        people.stop();
        return name;
    }

    /** The officer of the municipality watches the case, and says why she sets her thresholds so. */
    private void watched(String number) {
        people.play(directory, "fatima@waterdam.example", Function.PRIVACY_OFFICER);
        var values = new EnumMap<>(oversight.settings().inForce().values());
        values.put(Threshold.SEARCH_LEAST, 6);
        var set = oversight.set(1, values, "Afgesproken in het overleg: Kwelzanggrens");
        onceSealed(
                () -> oversight.mark(number, MarkKind.WELL_KNOWN, Optional.empty(), "Staat in de krant: Kwelzangmerk"));
        request = rights.receive(new NewRequest(
                SubjectRight.ACCESS,
                Requester.SELF,
                Optional.of(number),
                LocalDate.now(),
                "Aan de balie gevraagd: Kwelzangverzoek"));
        rights.act(request, 0, Doing.of(HandlingStep.IDENTIFY, "Aan haar paspoort: Kwelzangpas"));
        var all = Arrays.stream(DataCategory.values())
                .filter(DataCategory::isContent)
                .collect(toSet());
        rights.act(request, 1, Doing.scope(all, Optional.empty(), Optional.empty(), "Over alles: Kwelzangbereik"));
        rights.act(
                request,
                2,
                Doing.decide(RequestDecision.GRANTED, Optional.empty(), Set.of(), "Niets ertegen: Kwelzangbesluit"));
        retention.hold(
                number,
                HoldReason.CRIMINAL_CASE,
                LocalDate.now().plusYears(1),
                "De zaak loopt nog bij de rechter: Kwelzangrechter");
        var now = Instant.now();
        breach = breaches.record(
                now,
                new Account(
                        Set.of(Nature.CONFIDENTIALITY),
                        now,
                        Optional.empty(),
                        Set.of(DataCategory.SITUATION),
                        Optional.empty(),
                        Optional.empty(),
                        "Een brief ging naar het oude adres: Kwelzanglek",
                        "",
                        "",
                        ""));
        supervised(set);
    }

    /** The number of the breach, once the case is written. */
    String breach() {
        return breach;
    }

    /** Who supervises says something of a decision, and reports on the quarter. */
    private void supervised(EntryCode decision) {
        people.play(directory, "pieter@waterdam.example", Function.DATA_PROTECTION_OFFICER);
        onceSealed(() -> supervision.comment(decision, 0, "Vraag het ook aan de buren: Kwelzangopmerking"));
        var quarter = Quarter.of(Instant.now());
        supervision.write(quarter, 0, "De oordelen zijn na te volgen: Kwelzangverslag");
    }

    /** The number of what the person asked, once the case is written. */
    String request() {
        return request;
    }

    /** Tries until the log has taken in the acts on the case, which takes it about a second. */
    private static void onceSealed(Runnable act) {
        for (int attempt = 1; ; attempt++) {
            try {
                act.run();
                return;
            } catch (NotPossible notYet) {
                if (attempt == 50) {
                    throw notYet;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /** A school sends a signal; the municipality asks, is answered, and weighs it. What the school only drafts stays there. */
    public String signal() {
        people.play(directory, "meral@dering.example", Function.REPORTER);
        signals.begin(Map.of("observed", "Nog niet af: Kwelzangconcept"));
        var typed =
                Map.of("observed", "Op school: Kwelzangschool", "observation", "FACT", "givenNames", "Kwelzangjongen");
        var draft = signals.begin(typed);
        var id = draft.id();
        signals.send(id, draft.saves(), typed, agencyOf("noor@waterdam.example"), false, false);
        noor();
        triage.take(id);
        triage.askMore(id, "Wij vragen: Kwelzangvragen");
        people.play(directory, "meral@dering.example", Function.REPORTER);
        signals.tellMore(id, "Wij antwoorden: Kwelzangantwoord");
        signals.recordMeldcode(
                id,
                new Meldcode(Map.of(
                        Meldcode.Step.TALK, new Meldcode.Taken(false, LocalDate.now(), "Onveilig: Kwelzangstap"))));
        noor();
        triage.assess(
                id,
                new Assessment(
                        1,
                        Profile.CHILD_LABOUR,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Conclusion.FURTHER_INQUIRY,
                        "Wij denken erover: Kwelzangoordeel"));
        people.stop();
        return id.value().toString();
    }

    /** The second case about the same person, once both are written. */
    String second() {
        return second.value().toString();
    }

    /** The same person in a second case of the municipality, and what it thinks of that. */
    private void twice() {
        second = caseFiles
                .open(new OpenCase(new Cooperation(Framework.ENKEL, "", Optional.empty())), Purpose.SUPPORT)
                .id();
        caseFiles.record(
                second,
                DataCategory.BSN,
                ItemKind.FIELDS,
                Map.of("bsn", "999975493", "bsnSource", "BRP"),
                Purpose.SUPPORT);
        duplicates.decide(file, second, Verdict.SAME, "Zelfde nummer: Kwelzangdubbel", Purpose.SUPPORT);
    }

    private void byTheMunicipality(AgencyId deLuwte, AgencyId police) {
        var identity = fields(
                DataCategory.IDENTITY,
                Purpose.SUPPORT,
                "givenNames",
                "Kwelzangid",
                "familyName",
                "Kwelzangfam",
                "gender",
                "FEMALE");
        fields(DataCategory.BSN, Purpose.SUPPORT, "bsn", "999975493", "bsnSource", "BRP");
        fields(DataCategory.CONTACT, Purpose.SUPPORT, "trustedPerson", "Kwelzangcon");
        var signal = fields(DataCategory.SIGNAL, Purpose.SUPPORT, "observed", "Gezien: Kwelzangsig");
        fields(DataCategory.SITUATION, Purpose.SUPPORT, "living", "Kamer bij Kwelzangsit", "network", "Kwelzangnet");
        caseFiles.record(
                file,
                DataCategory.SITUATION,
                ItemKind.NOTE,
                Map.of(
                        ItemContent.NOTE_DATE,
                        LocalDate.now().toString(),
                        ItemContent.NOTE_TEXT,
                        "Gesprek: Kwelzangnote"),
                Purpose.SUPPORT);
        fields(DataCategory.FINANCE, Purpose.SUPPORT, "administration", "Kwelzangfin");
        fields(DataCategory.RESIDENCE, Purpose.SUPPORT, "lawyer", "Kwelzangvbl");
        fields(DataCategory.CHILDREN, Purpose.SUPPORT, "school", "Kwelzangkin");
        fields(DataCategory.RISK, Purpose.SUPPORT, "threats", "Kwelzangvei");
        fields(DataCategory.THIRD_PARTY, Purpose.CASE_CONFERENCE, "name", "Kwelzangder");
        elsewhere.ask(file, "Wij willen het weten: Kwelzangelders", Purpose.SUPPORT);
        twice();
        consents.blockParent(file, "Wordt zelf genoemd: Kwelzangouder", Purpose.SUPPORT);
        share(DataCategory.IDENTITY, Set.of(identity), Set.of("familyName"), deLuwte, Purpose.SUPPORT, "");
        share(DataCategory.SITUATION, Set.of(), Set.of("network"), deLuwte, Purpose.SUPPORT, "Let op: Kwelzangbericht");
        shares.offer(new ShareDraft(
                file,
                DataCategory.SIGNAL,
                false,
                Set.of(signal),
                Set.of(),
                police,
                Optional.empty(),
                Purpose.CASE_CONFERENCE,
                Ground.STATUTORY_TASK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                inDays(40)));
    }

    /** The municipality reports to CoMensha, with a word that stands in the report alone. */
    private void reported() {
        var said = new HashMap<>(Map.of(
                "groundText", "Gewichtig belang, hier uitgeschreven",
                "firstMetWhere", "Bij Kwelzangmeld",
                "ageGroup", "FROM_24",
                "minor", "NO",
                "gender", "FEMALE",
                "nationality", "VN",
                "region", "MIDDEN_NEDERLAND",
                "exploitation", "LABOUR",
                "sector", "BEAUTY"));
        said.putAll(Map.of("means", "DECEPTION", "countryOfExploitation", "NL", "reported", "UNDECIDED"));
        var report = reports.compose(file, ReportTask.REGISTRATION, ReportBasis.OTHER_GROUND, said);
        reports.check(file, report, 1);
        reports.send(file, report, 1);
    }

    private void byCare(AgencyId waterdam) {
        people.play(directory, "amina@deluwte.example", Function.CARE_WORKER);
        var health =
                fields(DataCategory.HEALTH, Purpose.SUPPORT, "careNeeds", "Kwelzanggez", "diagnosis", "Kwelzangdia");
        fields(DataCategory.SECRET_LOCATION, Purpose.PLACEMENT, "address", "Kwelzangloc");
        fields(DataCategory.RISK, Purpose.SUPPORT, "codeWord", "Kwelzangsleutel");
        var open = goal("Kwelzangpln");
        goal("Kwelzanggeheim");
        share(DataCategory.HEALTH, Set.of(health), Set.of("diagnosis"), waterdam, Purpose.SUPPORT, "");
        share(DataCategory.PLAN, Set.of(open), Set.of(), waterdam, Purpose.SUPPORT, "");
        plans.score(file, LocalDate.now(), new EnumMap<>(Map.of(LifeDomain.values()[0], 3)), "", Purpose.SUPPORT);
    }

    private ItemId goal(String word) {
        return plans.addGoal(
                file,
                new GoalDraft(
                        LifeDomain.values()[0], "Nu " + word, "Straks " + word, "Meetbaar", Optional.empty(), "", true),
                Purpose.SUPPORT);
    }

    private void byThePolice(AgencyId waterdam) {
        people.play(directory, "ruben@politie-middenland.example", Function.DETECTIVE);
        var report = fields(
                DataCategory.CRIMINAL_JUSTICE,
                Purpose.INVESTIGATION,
                "agreements",
                "Kwelzangstr",
                "investigation",
                "Kwelzangonderzoek",
                "policeCode",
                "CONSENT_NEEDED");
        fields(DataCategory.THIRD_PARTY, Purpose.INVESTIGATION, "name", "Kwelzangdader");
        var decision = provisions.decide(
                file,
                new ProvisionDecision(
                        ProvisionArticle.WPG_20,
                        "Besluit 2026-31",
                        WeightyInterest.HELP,
                        waterdam,
                        Purpose.CASE_CONFERENCE,
                        false,
                        inDays(60)),
                Purpose.CASE_CONFERENCE);
        shares.offer(new ShareDraft(
                file,
                DataCategory.CRIMINAL_JUSTICE,
                false,
                Set.of(report),
                Set.of("investigation"),
                waterdam,
                Optional.empty(),
                Purpose.CASE_CONFERENCE,
                Ground.WPG_PROVISION,
                Optional.empty(),
                Optional.of(decision),
                Optional.empty(),
                inDays(40)));
    }

    private void accepted(AgencyId waterdam, AgencyId deLuwte, AgencyId police) {
        noor();
        acceptAll(Purpose.SUPPORT);
        acceptAll(Purpose.CASE_CONFERENCE);
        people.play(directory, "amina@deluwte.example", Function.CARE_WORKER);
        acceptAll(Purpose.SUPPORT);
        people.play(directory, "ruben@politie-middenland.example", Function.DETECTIVE);
        acceptAll(Purpose.CASE_CONFERENCE);
    }

    private void acceptAll(Purpose purpose) {
        shares.ofCase(file, purpose).stream()
                .filter(share -> share.mayAnswer() && share.purpose() == purpose)
                .forEach(share -> shares.accept(share.id(), purpose));
    }

    private AgencyId noor() {
        return people.play(directory, "noor@waterdam.example", Function.CARE_COORDINATOR)
                .agency();
    }

    private AgencyId agencyOf(String userName) {
        return directory.withUserName(userName).orElseThrow().agency();
    }

    private void invite(AgencyId agency, Purpose purpose) {
        participations.invite(
                file,
                new Invitation(agency, Optional.empty(), purpose, Ground.STATUTORY_TASK, Instant.now(), inDays(90)),
                Purpose.SUPPORT);
    }

    private ItemId fields(DataCategory category, Purpose purpose, String... keysAndValues) {
        var values = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return caseFiles.record(file, category, ItemKind.FIELDS, values, purpose);
    }

    /** Shares on consent; items that are not named stand for the whole category. */
    private void share(
            DataCategory category,
            Set<ItemId> items,
            Set<String> withheld,
            AgencyId recipient,
            Purpose purpose,
            String message) {
        var consent = consents.record(
                file,
                new ConsentQuestion(recipient, purpose, category, inDays(50)),
                true,
                new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(24), ConsentForm.WRITTEN),
                purpose);
        shares.offer(new ShareDraft(
                file,
                category,
                items.isEmpty(),
                items,
                withheld,
                recipient,
                Optional.empty(),
                purpose,
                Ground.CONSENT,
                Optional.of(consent),
                Optional.<UUID>empty(),
                Optional.of(message),
                inDays(40)));
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    /** The categories that hold content, as the product counts them. */
    static Set<String> categories() {
        return Arrays.stream(DataCategory.values())
                .filter(DataCategory::isContent)
                .map(DataCategory::code)
                .collect(java.util.stream.Collectors.toSet());
    }
}
