package nl.samenzicht.domain.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.ItemChangedMeanwhile;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.domain.residence.Route;
import nl.samenzicht.domain.residence.RouteNotLegal;
import nl.samenzicht.domain.residence.RouteStep;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.policy.DataCategory;

/** Records steps of the residence route, as changes of what one's own agency recorded about residence. */
@ApplicationScoped
public class RouteService {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final CaseFileService caseFiles;
    private final Items items;
    private final CurrentProfessional current;
    private final Clock clock;

    protected RouteService() {
        this(null, null, null, null);
    }

    @Inject
    public RouteService(CaseFileService caseFiles, Items items, CurrentProfessional current, Clock clock) {
        this.caseFiles = caseFiles;
        this.items = items;
        this.current = current;
        this.clock = clock;
    }

    /** Returns the item of one's own agency that a step would be added to: where the route is, or else what was recorded last. */
    public static Optional<ItemView> ownItem(SectionView residence) {
        return residence.items().stream()
                .filter(item -> item.own() && item.kind() == ItemKind.FIELDS)
                .max(Comparator.<ItemView, Boolean>comparing(
                                item -> !Route.of(item.content().values()).equals(Route.none()))
                        .thenComparing(ItemView::recordedAt));
    }

    /**
     * Records a step after what was seen of the category; one change of one item, on record as one.
     *
     * @param seen the category residence as it was when the person began
     * @throws RouteNotLegal when the step cannot be next, its days do not fit, or its day is yet to come
     * @throws NotPossible when somebody else recorded something meanwhile; nothing was overwritten
     * @throws ContentNotValid when the item as a whole does not hold
     * @throws AccessDenied when it may not be recorded for this purpose
     */
    @Transactional
    public void record(SectionView seen, RouteStep step) {
        if (step.on().isAfter(LocalDate.ofInstant(clock.instant(), AMSTERDAM))) {
            throw new RouteNotLegal("route.error.future");
        }
        var own = ownItem(seen);
        var fields = own.map(item -> item.content().values()).orElse(Map.of());
        var after = Route.of(fields).take(step).into(fields);
        if (own.isEmpty()) {
            recordFirst(seen, after);
            return;
        }
        try {
            caseFiles.change(
                    seen.caseFile(),
                    DataCategory.RESIDENCE,
                    own.get().id(),
                    own.get().version(),
                    after,
                    seen.purpose());
        } catch (ItemChangedMeanwhile meanwhile) {
            throw new NotPossible("route.error.meanwhile");
        }
    }

    private void recordFirst(SectionView seen, Map<String, String> fields) {
        var ours = current.current().agency();
        var since = items.headers(seen.caseFile(), DataCategory.RESIDENCE).stream()
                .anyMatch(header -> header.owner().equals(ours)
                        && header.kind() == ItemKind.FIELDS
                        && header.recordedAt().isAfter(seen.seenAt()));
        caseFiles.record(seen.caseFile(), DataCategory.RESIDENCE, ItemKind.FIELDS, fields, seen.purpose());
        if (since) {
            throw new NotPossible("route.error.meanwhile");
        }
    }
}
