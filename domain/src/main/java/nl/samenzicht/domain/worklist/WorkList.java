package nl.samenzicht.domain.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.sharing.RequestView;
import nl.samenzicht.domain.sharing.ShareView;

/** Everything that waits for one professional under the function that they work under. */
public record WorkList(List<ShareView> offers, List<RequestView> requests, List<DueAction> actions) {
    public WorkList {
        offers = List.copyOf(offers);
        requests = List.copyOf(requests);
        actions = List.copyOf(actions);
    }

    /** An action of a plan that is for one's own agency; what it is stands in the plan. */
    public record DueAction(UUID id, CaseName caseName, LocalDate dueOn, boolean overdue, boolean forMe) {}
}
