package nl.samenzicht.domain.breach;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.breach.BreachPage.ActView;

/**
 * A notification of a breach to the authority, in the fields of AVG 33(3), as things stand.
 *
 * @param agency the name of the controller
 * @param officers the names of the data protection officers, whom the authority may ask (AVG 33(3)(b))
 * @param acts what was done, the first first
 * @param counted what was last counted from the log; empty when nothing was
 * @param version of what is known
 * @param made when this was made, UTC
 */
public record BreachDocument(
        BreachCard card,
        String agency,
        List<String> officers,
        Account account,
        int version,
        List<ActView> acts,
        Optional<Affected> counted,
        Instant made) {
    public BreachDocument {
        officers = List.copyOf(officers);
        acts = List.copyOf(acts);
    }

    /** Why it was notified late; empty when it was not. */
    public Optional<String> delay() {
        return acts.stream()
                .map(ActView::doing)
                .map(BreachDoing::delay)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
