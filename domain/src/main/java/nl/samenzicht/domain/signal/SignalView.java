package nl.samenzicht.domain.signal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.signal.SignalStep.Step;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;

/**
 * One signal as this reader may see it.
 *
 * @param items what was seen, whom it is about, what was asked and told, assessments: whatever of it the reader has
 * @param steps what was done with it; its sender hears what may be told
 * @param possible what the reader could do with it now
 * @param caseName the case that took it up, for who takes part in that case
 * @param entry the log line of this look
 */
public record SignalView(
        SignalCard card,
        List<ItemView> items,
        List<StepView> steps,
        Set<Action> possible,
        Optional<CaseName> caseName,
        EntryCode entry) {

    public SignalView {
        items = List.copyOf(items);
        steps = List.copyOf(steps);
        possible = Set.copyOf(possible);
    }

    /**
     * One thing that was done.
     *
     * @param to the agency to which it went, where that may be told
     */
    public record StepView(Step step, AgencyCard agency, Optional<AgencyCard> to, Instant at) {}

    /** Whether the reader may decide on it now. */
    public boolean mayTriage() {
        return possible.contains(Action.TRIAGE_SIGNAL) && card.state().waits();
    }

    /** The category of one of its items: whom it is about, or what was seen, asked, told and weighed. */
    public DataCategory categoryOf(ItemView item) {
        var keys = item.content().values().keySet();
        return item.kind() == ItemKind.FIELDS
                        && keys.stream()
                                .noneMatch(key -> FieldCatalogue.standard()
                                        .field(DataCategory.SIGNAL, key)
                                        .isPresent())
                ? DataCategory.IDENTITY
                : DataCategory.SIGNAL;
    }

    /** What its fields say, by field key; what was said later counts. */
    public Map<String, String> said() {
        return ItemView.said(items);
    }

    /** The newest assessment of the reader's own agency. */
    public Optional<Assessment> assessment() {
        return items.stream()
                .filter(item -> item.own() && item.kind() == ItemKind.ASSESSMENT)
                .reduce((earlier, later) -> later)
                .map(item -> Assessment.of(item.content().values()));
    }
}
