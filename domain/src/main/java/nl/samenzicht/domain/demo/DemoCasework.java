package nl.samenzicht.domain.demo;

import static nl.samenzicht.security.directory.Function.CARE_COORDINATOR;
import static nl.samenzicht.security.directory.Function.CARE_WORKER;
import static nl.samenzicht.security.directory.Function.CASE_DIRECTOR;
import static nl.samenzicht.security.directory.Function.DETECTIVE;
import static nl.samenzicht.security.directory.Function.YOUTH_WORKER;
import static nl.samenzicht.security.policy.Purpose.ACUTE_SAFETY;
import static nl.samenzicht.security.policy.Purpose.CASE_CONFERENCE;
import static nl.samenzicht.security.policy.Purpose.INVESTIGATION;
import static nl.samenzicht.security.policy.Purpose.PLACEMENT;
import static nl.samenzicht.security.policy.Purpose.REGISTRATION;
import static nl.samenzicht.security.policy.Purpose.SUPPORT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.ConsentService;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.emergency.BreakGlassService;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.plan.GoalDraft;
import nl.samenzicht.domain.plan.LifeDomain;
import nl.samenzicht.domain.plan.PlanService;
import nl.samenzicht.domain.police.ProvisionArticle;
import nl.samenzicht.domain.police.ProvisionDecision;
import nl.samenzicht.domain.police.ProvisionService;
import nl.samenzicht.domain.police.WeightyInterest;
import nl.samenzicht.domain.sharing.RequestService;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seeds the demo once: cases of two municipalities, a care provider and a Zorg- en Veiligheidshuis, with their shares. */
@ApplicationScoped
public class DemoCasework {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCasework.class);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static final String WATERDAM = "Gemeente Waterdam";
    private static final String HEUVELRODE = "Gemeente Heuvelrode";
    private static final String DE_LUWTE = "Stichting De Luwte";
    private static final String NOORDERLICHT = "Opvang Noorderlicht";
    private static final String DE_BRUG = "Jeugdbescherming De Brug";
    private static final String COMENSHA = "CoMensha (demo)";
    private static final String POLICE = "Politie Middenland";
    private static final String ZVH = "Zorg- en Veiligheidshuis Delta";

    private final DemoServices services;
    private final EntityManager store;
    private DemoActor actor;
    private CaseFileService caseFiles;
    private ParticipationService participations;
    private ConsentService consents;
    private ShareService shares;
    private PlanService plans;
    private ProvisionService provisions;
    private RequestService requests;
    private BreakGlassService emergencies;
    private Instant now;

    protected DemoCasework() {
        this(null, null);
    }

    @Inject
    public DemoCasework(DemoServices services, @Casework EntityManager store) {
        this.services = services;
        this.store = store;
    }

    /** Writes the demo cases when there are none. */
    @Transactional
    public void seed() {
        if (hasCases()) {
            return;
        }
        actor = services.actor();
        caseFiles = services.caseFiles(actor);
        participations = services.participations(actor);
        consents = services.consents(actor);
        shares = services.shares(actor);
        plans = services.plans(actor, caseFiles);
        provisions = services.provisions(actor);
        requests = services.requests(actor);
        emergencies = services.emergencies(actor);
        now = services.now();
        labourCase();
        onlineRecruitmentOfABoy();
        criminalExploitationAtTheSafetyHouse();
        domesticCase();
        smallCases();
        new DemoSignals(actor, services.signals(actor), services.triage(actor, caseFiles)).write();
        LOG.info("The demo cases have been written.");
    }

    private boolean hasCases() {
        return !store.createNativeQuery("select 1 from case_file limit 1")
                .getResultList()
                .isEmpty();
    }

    /** A woman from abroad who worked in a nail studio; care shares what the municipality needs, the police wait. */
    private void labourCase() {
        actor.play(WATERDAM, CARE_COORDINATOR);
        var file = opened(Framework.CONVENANT, "Convenant Aanpak Mensenhandel Waterdam 2026", 320, SUPPORT);
        var identity = fields(
                file,
                DataCategory.IDENTITY,
                SUPPORT,
                "givenNames",
                "Linh",
                "familyName",
                "Tran (verzonnen)",
                "birthDate",
                "~1999",
                "birthDateBasis",
                "OWN_STATEMENT",
                "gender",
                "FEMALE",
                "nationality",
                "VN",
                "languages",
                "vi",
                "interpreter",
                "YES",
                "vNumber",
                "2990000001");
        fields(file, DataCategory.BSN, SUPPORT, "bsn", "999990019", "bsnSource", "BRP");
        var contact = fields(
                file,
                DataCategory.CONTACT,
                SUPPORT,
                "phone",
                "0600000001",
                "safeToCall",
                "ONLY_AT_TIMES",
                "safeTimes",
                "Werkdagen tussen 10 en 12 uur",
                "municipality",
                "GM9001");
        fields(
                file,
                DataCategory.SIGNAL,
                SUPPORT,
                "observed",
                "Werkt zeven dagen per week in een nagelstudio, slaapt boven de zaak. Paspoort ligt bij de baas.",
                "observation",
                "FACT",
                "observedOn",
                "2026-09",
                "source",
                "Controle van de gemeente",
                "exploitation",
                "LABOUR",
                "act",
                "RECRUIT HARBOUR",
                "means",
                "ABUSE_OF_VULNERABILITY DECEPTION",
                "firstContact",
                "ONLINE",
                "platform",
                "Facebook",
                "relationUsed",
                "NO");
        var situation = fields(
                file,
                DataCategory.SITUATION,
                SUPPORT,
                "living",
                "Verblijft tijdelijk op een kamer via De Luwte.",
                "dayActivity",
                "Taalles op dinsdag en donderdag",
                "needs",
                "SHELTER INTERPRETER LEGAL INCOME");
        note(
                file,
                DataCategory.SITUATION,
                "Eerste gesprek met tolk. Ze wil graag werken, maar niet terug naar de studio.");
        fields(
                file,
                DataCategory.RESIDENCE,
                SUPPORT,
                "status",
                "UNDOCUMENTED",
                "reflectionFrom",
                day(-70),
                "reflectionUntil",
                day(19),
                "reflectionGround",
                "STANDARD",
                "lawyer",
                "Mr. A. Advocaat (verzonnen)");
        fields(file, DataCategory.FINANCE, SUPPORT, "income", "NONE", "debts", "8000", "debtBondage", "YES");
        fields(
                file,
                DataCategory.RISK,
                SUPPORT,
                "tool",
                "OWN_JUDGEMENT",
                "level",
                "MEDIUM",
                "threats",
                "De oud-werkgever belt haar familie.",
                "protectiveFactors",
                "Vaste begeleider, veilige kamer",
                "agreements",
                "Belt bij onrust eerst haar begeleider");
        invite(file, DE_LUWTE, SUPPORT, Ground.CONSENT, 180);
        invite(file, POLICE, INVESTIGATION, Ground.STATUTORY_TASK, 180);
        invite(file, NOORDERLICHT, PLACEMENT, Ground.CONSENT, 60);
        var consentSituation = consent(file, DE_LUWTE, SUPPORT, DataCategory.SITUATION, true, 120, SUPPORT);
        var consentIdentity = consent(file, DE_LUWTE, SUPPORT, DataCategory.IDENTITY, true, 120, SUPPORT);
        var consentContact = consent(file, DE_LUWTE, SUPPORT, DataCategory.CONTACT, true, 120, SUPPORT);
        consent(file, POLICE, INVESTIGATION, DataCategory.SITUATION, false, 60, SUPPORT);
        consent(file, COMENSHA, REGISTRATION, DataCategory.SIGNAL, true, 120, SUPPORT);
        consent(file, COMENSHA, REGISTRATION, DataCategory.IDENTITY, true, 120, SUPPORT);
        share(
                file,
                DataCategory.SITUATION,
                DE_LUWTE,
                CARE_WORKER,
                SUPPORT,
                consentSituation,
                Set.of(),
                90,
                "Dit is wat we nu weten.");
        share(file, DataCategory.IDENTITY, DE_LUWTE, CARE_WORKER, SUPPORT, consentIdentity, Set.of("vNumber"), 90, "");
        actor.play(WATERDAM, CARE_COORDINATOR);
        offer(
                file,
                DataCategory.CONTACT,
                Set.of(contact),
                DE_LUWTE,
                SUPPORT,
                consentContact,
                Set.of(),
                60,
                "Bel alleen op deze tijden.");
        actor.play(DE_LUWTE, CARE_WORKER);
        var health = fields(
                file,
                DataCategory.HEALTH,
                SUPPORT,
                "careNeeds",
                "Slaapt slecht, wil praten met een psycholoog.",
                "diagnosis",
                "Vermoeden PTSS, onderzoek loopt",
                "practitioner",
                "Huisarts Oevers (verzonnen)");
        var consentHealth = consent(file, WATERDAM, SUPPORT, DataCategory.HEALTH, true, 60, SUPPORT);
        offer(
                file,
                DataCategory.HEALTH,
                Set.of(health),
                WATERDAM,
                SUPPORT,
                consentHealth,
                Set.of("diagnosis", "practitioner"),
                45,
                "Alleen wat nodig is voor de aanvraag.");
        var goal = plans.addGoal(
                file,
                new GoalDraft(
                        LifeDomain.RESIDENCE,
                        "Zit in de bedenktijd en weet niet wat ze wil.",
                        "Voor het einde van de bedenktijd kiest Linh of ze aangifte doet.",
                        "Twee gesprekken met de advocaat, keuze vastgelegd.",
                        Optional.of(today().plusDays(60)),
                        "Ik wil eerst weten wat er met mijn ouders gebeurt.",
                        true),
                SUPPORT);
        plans.addAction(
                file,
                goal,
                1,
                "Afspraak met advocaat maken, met tolk",
                agency(DE_LUWTE),
                Optional.empty(),
                today().plusDays(3),
                SUPPORT);
        plans.addAction(
                file,
                goal,
                2,
                "Uitleg over aangifte en vergunning geven",
                agency(WATERDAM),
                Optional.empty(),
                today().minusDays(1),
                SUPPORT);
        plans.score(file, today().minusDays(14), scores(2, 3, 2, 1, 3, 2, 3), "Eerste meting, samen met Linh", SUPPORT);
        actor.play(WATERDAM, CARE_COORDINATOR);
        caseFiles.open(file, DataCategory.SIGNAL, SUPPORT);
        actor.play(POLICE, DETECTIVE);
        refused(() -> caseFiles.open(file, DataCategory.HEALTH, INVESTIGATION));
        actor.play(NOORDERLICHT, CARE_WORKER);
        requests.ask(
                file,
                DataCategory.IDENTITY,
                agency(WATERDAM),
                "We houden een plek vrij en hebben haar naam en taal nodig.",
                PLACEMENT);
    }

    /** A boy of fifteen, approached online within days; a parent who may be the exploiter is kept out. */
    private void onlineRecruitmentOfABoy() {
        actor.play(WATERDAM, CARE_COORDINATOR);
        var file = opened(Framework.BILATERAAL, "Werkafspraak Waterdam – De Brug, versie 3", 200, SUPPORT);
        fields(
                file,
                DataCategory.IDENTITY,
                SUPPORT,
                "givenNames",
                "Milan",
                "familyName",
                "Vermaat (verzonnen)",
                "birthDate",
                "2011-04-17",
                "birthDateBasis",
                "DOCUMENT",
                "gender",
                "MALE",
                "nationality",
                "NL",
                "languages",
                "nl");
        var signal = fields(
                file,
                DataCategory.SIGNAL,
                SUPPORT,
                "observed",
                "Stuurde een foto aan een onbekende. Die dreigt de foto door te sturen als hij geen pakketjes rondbrengt.",
                "observation",
                "HEARSAY",
                "observedOn",
                "2026-11-09",
                "source",
                "Mentor van school",
                "exploitation",
                "CRIMINAL",
                "act",
                "RECRUIT",
                "means",
                "EXTORTION THREAT",
                "firstContact",
                "ONLINE",
                "platform",
                "Snapchat",
                "daysToExploitation",
                "4",
                "relationUsed",
                "NO",
                "imageBlackmail",
                "YES");
        fields(
                file,
                DataCategory.CHILDREN,
                SUPPORT,
                "guardian",
                "Moeder heeft gezag; vader onbekend",
                "guardianKind",
                "PARENT",
                "school",
                "Havo 3 (verzonnen school)");
        fields(
                file,
                DataCategory.RISK,
                SUPPORT,
                "tool",
                "OWN_JUDGEMENT",
                "level",
                "HIGH",
                "threats",
                "Dreiging via zijn telefoon, ook 's nachts");
        consents.blockParent(file, "De stiefvader wordt genoemd als degene die de pakketjes aanneemt.", SUPPORT);
        invite(file, DE_BRUG, SUPPORT, Ground.CONSENT, 150);
        var consent = consents.record(
                file,
                new ConsentQuestion(agency(DE_BRUG), SUPPORT, DataCategory.SIGNAL, in(100)),
                true,
                new ConsentGiver(GivenBy.GUARDIAN, true, OptionalInt.of(15), ConsentForm.WRITTEN),
                SUPPORT);
        offer(
                file,
                DataCategory.SIGNAL,
                Set.of(signal),
                DE_BRUG,
                SUPPORT,
                consent,
                Set.of(),
                100,
                "Wilt u meekijken? School weet ervan.");
        actor.play(DE_BRUG, YOUTH_WORKER);
        shares.directory(SUPPORT).stream()
                .filter(offer -> offer.mayAnswer() && offer.caseName().id().equals(file))
                .forEach(offer -> shares.accept(offer.id(), SUPPORT));
        fields(
                file,
                DataCategory.CHILDREN,
                SUPPORT,
                "children",
                "Eén zusje van 9 in hetzelfde huis",
                "guardianKind",
                "PARENT");
    }

    /** A case of the Zorg- en Veiligheidshuis with police data under a provision decision (Wpg 20). */
    private void criminalExploitationAtTheSafetyHouse() {
        actor.play(ZVH, CASE_DIRECTOR);
        var file = opened(Framework.WGS_ZVH, "Landelijk privacyprotocol ZVH, versie 2026-1", 360, CASE_CONFERENCE);
        invite(file, WATERDAM, CASE_CONFERENCE, Ground.WGS, 200);
        invite(file, POLICE, CASE_CONFERENCE, Ground.WGS, 200);
        invite(file, DE_LUWTE, CASE_CONFERENCE, Ground.WGS, 200);
        actor.play(POLICE, DETECTIVE);
        var report = fields(
                file,
                DataCategory.CRIMINAL_JUSTICE,
                INVESTIGATION,
                "reportNumber",
                "PL-DEMO-2026-0042",
                "reported",
                "UNDECIDED",
                "investigation",
                "Drie aanhoudingen voor winkeldiefstal, telkens met dezelfde bestuurder in de buurt.",
                "agreements",
                "Politie verhoort hem niet zonder begeleider.",
                "policeCode",
                "CONSENT_NEEDED");
        var provision = provisions.decide(
                file,
                new ProvisionDecision(
                        ProvisionArticle.WPG_20,
                        "Wpg20-2026-017",
                        WeightyInterest.HELP,
                        agency(ZVH),
                        CASE_CONFERENCE,
                        false,
                        in(90)),
                CASE_CONFERENCE);
        shares.offer(new ShareDraft(
                file,
                DataCategory.CRIMINAL_JUSTICE,
                false,
                Set.of(report),
                Set.of("reportNumber", "investigation"),
                agency(ZVH),
                Optional.empty(),
                CASE_CONFERENCE,
                Ground.WPG_PROVISION,
                Optional.empty(),
                Optional.of(provision),
                Optional.of("Alleen de afspraken, voor het overleg van donderdag."),
                in(60)));
        actor.play(WATERDAM, CARE_COORDINATOR);
        fields(
                file,
                DataCategory.SITUATION,
                CASE_CONFERENCE,
                "living",
                "Slaapt op wisselende adressen.",
                "needs",
                "SHELTER INCOME SAFETY");
        shares.offer(new ShareDraft(
                file,
                DataCategory.SITUATION,
                true,
                Set.of(),
                Set.of(),
                agency(ZVH),
                Optional.empty(),
                CASE_CONFERENCE,
                Ground.WGS,
                Optional.empty(),
                Optional.empty(),
                Optional.of("Ook wat later komt, zolang het overleg loopt."),
                in(120)));
        actor.play(ZVH, CASE_DIRECTOR);
        shares.directory(CASE_CONFERENCE).stream()
                .filter(offer -> offer.mayAnswer() && offer.caseName().id().equals(file))
                .forEach(offer -> shares.accept(offer.id(), CASE_CONFERENCE));
        caseFiles.open(file, DataCategory.CRIMINAL_JUSTICE, CASE_CONFERENCE);
        caseFiles.open(file, DataCategory.SITUATION, CASE_CONFERENCE);
    }

    /** A case of the other municipality, in which a care provider had to break the glass. */
    private void domesticCase() {
        actor.play(HEUVELRODE, CARE_COORDINATOR);
        var file = opened(Framework.CONVENANT, "Regionaal convenant Heuvelrode 2025–2027", 400, SUPPORT);
        fields(
                file,
                DataCategory.IDENTITY,
                SUPPORT,
                "givenNames",
                "Sofia",
                "familyName",
                "Petrova (verzonnen)",
                "birthDate",
                "2003-08",
                "gender",
                "FEMALE",
                "nationality",
                "BG",
                "languages",
                "bg");
        fields(file, DataCategory.CONTACT, SUPPORT, "phone", "0600000002", "safeToCall", "NO");
        fields(
                file,
                DataCategory.SIGNAL,
                SUPPORT,
                "observed",
                "Moet haar inkomsten afstaan en mag niet alleen naar buiten.",
                "observation",
                "FACT",
                "observedOn",
                "2026-10-28",
                "exploitation",
                "SEXUAL_CROSS_BORDER",
                "means",
                "VIOLENCE COERCION",
                "firstContact",
                "OFFLINE",
                "relationUsed",
                "UNKNOWN");
        fields(
                file,
                DataCategory.RISK,
                SUPPORT,
                "tool",
                "DASH",
                "level",
                "ACUTE",
                "threats",
                "Hij zoekt haar actief.",
                "callFirst",
                "Meldkamer, dan De Luwte");
        actor.play(NOORDERLICHT, CARE_WORKER);
        refused(() -> caseFiles.open(file, DataCategory.RISK, ACUTE_SAFETY));
        emergencies.use(file, "Ze staat hier in paniek aan de deur en zegt dat hij buiten wacht.", Duration.ofHours(2));
        caseFiles.open(file, DataCategory.RISK, ACUTE_SAFETY);
    }

    private void smallCases() {
        actor.play(WATERDAM, CARE_COORDINATOR);
        var early = opened(Framework.ENKEL, "", 0, SUPPORT);
        fields(
                early,
                DataCategory.SIGNAL,
                SUPPORT,
                "observed",
                "Jongen slaapt in een loods op het bedrijventerrein.",
                "observation",
                "OPINION",
                "observedOn",
                "2026-11-18",
                "exploitation",
                "UNKNOWN_NOT_YET");
        var begging = opened(Framework.CONVENANT, "Convenant Aanpak Mensenhandel Waterdam 2026", 320, SUPPORT);
        fields(
                begging,
                DataCategory.SIGNAL,
                SUPPORT,
                "observed",
                "Staat elke dag bij hetzelfde station te bedelen, wordt opgehaald.",
                "exploitation",
                "SERVICES_BEGGING");
        fields(
                begging,
                DataCategory.RESIDENCE,
                SUPPORT,
                "status",
                "DUBLIN",
                "reflectionGround",
                "DUBLIN",
                "reflectionFrom",
                day(-24),
                "reflectionUntil",
                day(6));
        actor.play(HEUVELRODE, CARE_COORDINATOR);
        var farm = opened(Framework.ENKEL, "", 0, SUPPORT);
        fields(
                farm,
                DataCategory.SIGNAL,
                SUPPORT,
                "observed",
                "Seizoenswerkers zonder loonstrook op een kwekerij.",
                "exploitation",
                "LABOUR");
    }

    /** Tries something that must not be possible, so that the log of the demo has refusals to show. */
    private static void refused(Runnable attempt) {
        try {
            attempt.run();
        } catch (AccessDenied expected) {
            return;
        }
        throw new IllegalStateException("The demo was let in where it should have been refused");
    }

    private CaseFileId opened(Framework framework, String protocol, int days, Purpose purpose) {
        return caseFiles
                .open(
                        new OpenCase(new Cooperation(
                                framework, protocol, days == 0 ? Optional.empty() : Optional.of(in(days)))),
                        purpose)
                .id();
    }

    private ItemId fields(CaseFileId file, DataCategory category, Purpose purpose, String... keysAndValues) {
        return caseFiles.record(file, category, ItemKind.FIELDS, values(keysAndValues), purpose);
    }

    /** Keys and values in turn, as a map. */
    static Map<String, String> values(String... keysAndValues) {
        var values = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return values;
    }

    private void note(CaseFileId file, DataCategory category, String text) {
        caseFiles.record(
                file,
                category,
                ItemKind.NOTE,
                Map.of(ItemContent.NOTE_DATE, today().minusDays(6).toString(), ItemContent.NOTE_TEXT, text),
                SUPPORT);
    }

    private void invite(CaseFileId file, String agency, Purpose purpose, Ground ground, int days) {
        participations.invite(
                file,
                new Invitation(agency(agency), Optional.empty(), purpose, ground, now, in(days)),
                actor.current().function() == CASE_DIRECTOR ? CASE_CONFERENCE : SUPPORT);
    }

    private ConsentId consent(
            CaseFileId file,
            String recipient,
            Purpose purpose,
            DataCategory category,
            boolean granted,
            int days,
            Purpose working) {
        return consents.record(
                file,
                new ConsentQuestion(agency(recipient), purpose, category, in(days)),
                granted,
                new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(27), ConsentForm.WRITTEN),
                working);
    }

    private void share(
            CaseFileId file,
            DataCategory category,
            String recipient,
            Function function,
            Purpose purpose,
            ConsentId consent,
            Set<String> withheld,
            int days,
            String message) {
        actor.play(WATERDAM, CARE_COORDINATOR);
        var share = shares.offer(new ShareDraft(
                file,
                category,
                true,
                Set.of(),
                withheld,
                agency(recipient),
                Optional.empty(),
                purpose,
                Ground.CONSENT,
                Optional.of(consent),
                Optional.empty(),
                Optional.of(message),
                in(days)));
        actor.play(recipient, function);
        shares.accept(share, purpose);
        caseFiles.open(file, category, purpose);
    }

    private void offer(
            CaseFileId file,
            DataCategory category,
            Set<ItemId> items,
            String recipient,
            Purpose purpose,
            ConsentId consent,
            Set<String> withheld,
            int days,
            String message) {
        shares.offer(new ShareDraft(
                file,
                category,
                false,
                items,
                withheld,
                agency(recipient),
                Optional.empty(),
                purpose,
                Ground.CONSENT,
                Optional.of(consent),
                Optional.<UUID>empty(),
                Optional.of(message),
                in(days)));
    }

    private static Map<LifeDomain, Integer> scores(int... scores) {
        var map = new EnumMap<LifeDomain, Integer>(LifeDomain.class);
        for (int i = 0; i < scores.length; i++) {
            map.put(LifeDomain.values()[i], scores[i]);
        }
        return map;
    }

    private nl.samenzicht.security.directory.AgencyId agency(String name) {
        return actor.agency(name).id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, AMSTERDAM);
    }

    private String day(int days) {
        return today().plusDays(days).toString();
    }

    /** The end of the day in Amsterdam, so many days from now. */
    private Instant in(int days) {
        return today().plusDays(days + 1L).atStartOfDay(AMSTERDAM).toInstant();
    }
}
