package nl.samenzicht.domain.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.samenzicht.domain.plan.DueActions;
import nl.samenzicht.domain.sharing.RequestService;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.domain.sharing.ShareView;
import nl.samenzicht.domain.worklist.WorkList.DueAction;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.policy.Purpose;

/** Gathers what waits for the professional who asks. */
@ApplicationScoped
public class WorkListService {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final ShareService shares;
    private final RequestService requests;
    private final DueActions actions;
    private final Clock clock;

    protected WorkListService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public WorkListService(
            AccessGate gate,
            CurrentProfessional current,
            ShareService shares,
            RequestService requests,
            DueActions actions,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.shares = shares;
        this.requests = requests;
        this.actions = actions;
        this.clock = clock;
    }

    /** Returns what waits, most urgent first in each part; one look, on record as one. */
    @Transactional
    public WorkList of(Purpose purpose) {
        var list = gate.admit(AccessRequest.ofList(current.current(), purpose, clock.instant()));
        var today = LocalDate.ofInstant(clock.instant(), AMSTERDAM);
        return new WorkList(
                shares.directory(list).stream().filter(ShareView::mayAnswer).toList(),
                requests.waiting(list),
                List.copyOf(actions.open(list).stream()
                        .map(due -> new DueAction(
                                due.id(),
                                due.caseName(),
                                due.dueOn(),
                                due.dueOn().isBefore(today),
                                due.forMe()))
                        .toList()));
    }
}
