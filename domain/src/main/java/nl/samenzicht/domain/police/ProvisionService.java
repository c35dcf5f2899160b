package nl.samenzicht.domain.police;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;

/** What the police do with provision decisions: record one, and look at their own. */
@ApplicationScoped
public class ProvisionService {

    private final Provisions provisions;
    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Directory directory;
    private final Clock clock;

    protected ProvisionService() {
        this(null, null, null, null, null);
    }

    @Inject
    public ProvisionService(
            Provisions provisions, AccessGate gate, CurrentProfessional current, Directory directory, Clock clock) {
        this.provisions = provisions;
        this.gate = gate;
        this.current = current;
        this.directory = directory;
        this.clock = clock;
    }

    /** Records a decision to provide, and returns its number. */
    @Transactional
    public UUID decide(CaseFileId caseFile, ProvisionDecision decision, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        gate.admit(AccessRequest.of(
                        who,
                        Action.RECORD_PROVISION,
                        new ResourceRef.OfSection(caseFile.value(), DataCategory.CRIMINAL_JUSTICE),
                        purpose,
                        at)
                .because(decision.article() + " " + decision.reference())
                .with(new Counterpart(
                        decision.recipient(),
                        Optional.empty(),
                        Ground.WPG_PROVISION,
                        ConsentState.NONE,
                        Optional.empty(),
                        Set.of(Flag.PROVISION_RECORDED),
                        Optional.empty())));
        return provisions.add(new Provision(decision, caseFile, who.professional(), who.agency(), at));
    }

    /** The decisions of one's own agency in a case, newest first. */
    @Transactional
    public List<ProvisionView> own(CaseFileId caseFile, Purpose purpose) {
        var who = current.current();
        gate.admit(AccessRequest.of(
                who, Action.VIEW_CASE, new ResourceRef.OfCase(caseFile.value()), purpose, clock.instant()));
        return provisions.of(caseFile, who.agency()).stream()
                .map(row -> new ProvisionView(
                        row.id(),
                        row.decision(),
                        directory.agency(row.decision().recipient()).name(),
                        row.from()))
                .toList();
    }
}
