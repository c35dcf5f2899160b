package nl.samenzicht.domain.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.CaseSearchService;
import nl.samenzicht.domain.casefile.HeldRestrictions;
import nl.samenzicht.domain.casefile.ItemReader;
import nl.samenzicht.domain.casefile.ItemTerms;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.casefile.NeedToKnow;
import nl.samenzicht.domain.casefile.ParticipationService;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.casefile.SearchTokens;
import nl.samenzicht.domain.consent.ConsentService;
import nl.samenzicht.domain.consent.ConsentWithdrawn;
import nl.samenzicht.domain.consent.Consents;
import nl.samenzicht.domain.emergency.BreakGlassService;
import nl.samenzicht.domain.emergency.BreakGlasses;
import nl.samenzicht.domain.indicator.IndicatorSets;
import nl.samenzicht.domain.lease.Revocations;
import nl.samenzicht.domain.linkage.LinkageIndex;
import nl.samenzicht.domain.plan.PlanService;
import nl.samenzicht.domain.police.ProvisionService;
import nl.samenzicht.domain.police.Provisions;
import nl.samenzicht.domain.sharing.RequestService;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.domain.sharing.Shares;
import nl.samenzicht.domain.signal.SignalService;
import nl.samenzicht.domain.signal.Signals;
import nl.samenzicht.domain.signal.TriageService;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.Looks;

/** The services of casework for somebody who is played rather than signed in. Nothing in them is different. */
@ApplicationScoped
class DemoServices {

    @Inject
    private AccessGate gate;

    @Inject
    private CaseFiles caseFiles;

    @Inject
    private Participations participations;

    @Inject
    private Items items;

    @Inject
    private ItemReader reader;

    @Inject
    private SearchTokens searchTokens;

    @Inject
    private LinkageIndex linkage;

    @Inject
    private ItemTerms terms;

    @Inject
    private NeedToKnow needToKnow;

    @Inject
    private Shares shares;

    @Inject
    private Consents consents;

    @Inject
    private Provisions provisions;

    @Inject
    private BreakGlasses emergencies;

    @Inject
    private Revocations revocations;

    @Inject
    private Looks looks;

    @Inject
    private Signals signals;

    @Inject
    private RowMac macs;

    @Inject
    private Directory directory;

    @Inject
    private Notices notices;

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    @Inject
    @Casework
    private EntityManager store;

    @Inject
    private Event<ParticipationService.PartyLeft> partyLeft;

    @Inject
    private Event<ParticipationService.CaseClosed> caseClosed;

    @Inject
    private HeldRestrictions heldRestrictions;

    @Inject
    private Event<ConsentWithdrawn> consentWithdrawn;

    DemoActor actor() {
        return new DemoActor(directory);
    }

    Instant now() {
        return clock.instant();
    }

    CaseFileService caseFiles(CurrentProfessional who) {
        return new CaseFileService(
                gate,
                who,
                caseFiles,
                participations,
                items,
                reader,
                searchTokens,
                linkage,
                terms,
                needToKnow,
                shares,
                heldRestrictions,
                directory,
                clock);
    }

    ParticipationService participations(CurrentProfessional who) {
        return new ParticipationService(
                gate, who, caseFiles, participations, revocations, directory, partyLeft, caseClosed, clock);
    }

    ConsentService consents(CurrentProfessional who) {
        return new ConsentService(gate, who, consents, caseFiles, directory, consentWithdrawn, clock);
    }

    ShareService shares(CurrentProfessional who) {
        return new ShareService(
                gate,
                who,
                shares,
                items,
                reader,
                caseFiles,
                participations,
                consents,
                provisions,
                revocations,
                needToKnow,
                looks,
                directory,
                notices,
                sealer,
                clock);
    }

    PlanService plans(CurrentProfessional who, CaseFileService files) {
        return new PlanService(files, store, gate, who, directory, clock);
    }

    ProvisionService provisions(CurrentProfessional who) {
        return new ProvisionService(provisions, gate, who, directory, clock);
    }

    RequestService requests(CurrentProfessional who) {
        return new RequestService(gate, who, store, caseFiles, participations, directory, notices, sealer, clock);
    }

    BreakGlassService emergencies(CurrentProfessional who) {
        return new BreakGlassService(gate, who, emergencies, caseFiles, directory, notices, revocations, sealer, clock);
    }

    SignalService signals(CurrentProfessional who) {
        return new SignalService(gate, who, signals, directory, notices, macs, clock);
    }

    TriageService triage(CurrentProfessional who, CaseFileService files) {
        return new TriageService(
                gate,
                who,
                signals,
                items,
                reader,
                files,
                caseFiles,
                participations,
                new CaseSearchService(gate, who, searchTokens, caseFiles, items, clock),
                new IndicatorSets(store, macs),
                directory,
                notices,
                clock);
    }
}
