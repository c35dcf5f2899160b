package nl.samenzicht.domain.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * Lets the platform administrator enter the official weights of a list in place of those that stand in. An assessment that was
 * made keeps the weights that it was made with.
 */
@ApplicationScoped
public class WeightsService {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static final int SHORTEST_SOURCE = 10;
    private static final int LONGEST_SOURCE = 300;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final EntityManager store;
    private final IndicatorSets sets;
    private final RowMac macs;
    private final Clock clock;

    protected WeightsService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public WeightsService(
            AccessGate gate,
            CurrentProfessional current,
            @Casework EntityManager store,
            IndicatorSets sets,
            RowMac macs,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.store = store;
        this.sets = sets;
        this.macs = macs;
        this.clock = clock;
    }

    /**
     * The versions as an administrator sees them.
     *
     * @param versions in the order in which they come to hold
     * @param today the version that holds today in Amsterdam
     * @param entry the line of the log that tells of this look
     */
    public record Lists(List<IndicatorSet> versions, IndicatorSet today, EntryCode entry) {
        public Lists {
            versions = List.copyOf(versions);
        }

        /** The version that comes to hold last, on which the next one stands. */
        public IndicatorSet last() {
            return versions.get(versions.size() - 1);
        }
    }

    /** A version that was entered. */
    public record Entered(int version, EntryCode entry) {}

    /** Shows the versions to who may enter weights; a look that is allowed is logged as a look. */
    @Transactional
    public Lists lists() {
        var entering = request(Action.ENTER_WEIGHTS);
        var entry = gate.admit(gate.wouldAdmit(entering) ? request(Action.VIEW_DIRECTORY) : entering)
                .entry();
        return new Lists(sets.all(), sets.on(today()), entry.code());
    }

    /**
     * Enters the weights of one list. The other three stay as they were.
     *
     * @param basedOn the version that they were held against
     * @param weights by code of the indicator; one that is missing does not stand in the list
     * @param validFrom from which day in Amsterdam, today or later
     * @param source where they were published
     * @throws NotPossible when somebody entered others meanwhile, a day or source cannot be used, or nothing changes
     */
    @Transactional
    public Entered enter(
            int basedOn, Profile profile, Map<String, Weight> weights, LocalDate validFrom, String source) {
        var words = source == null ? "" : source.strip();
        if (words.length() < SHORTEST_SOURCE || words.length() > LONGEST_SOURCE) {
            throw new NotPossible("weights.error.source", SHORTEST_SOURCE, LONGEST_SOURCE);
        }
        if (validFrom == null || validFrom.isBefore(today())) {
            throw new NotPossible("weights.error.day-past");
        }
        var grant = gate.admit(request(Action.ENTER_WEIGHTS).because("%s from %s".formatted(profile, validFrom)));
        var all = sets.all();
        var last = all.get(all.size() - 1);
        if (last.version() != basedOn) {
            throw new NotPossible("weights.error.changed-meanwhile");
        }
        if (validFrom.isBefore(last.validFrom())) {
            throw new NotPossible("weights.error.day-before-last", last.validFrom());
        }
        var unknown = weights.keySet().stream()
                .filter(code -> last.find(code).filter(Indicator::counts).isEmpty())
                .toList();
        if (weights.isEmpty() || !unknown.isEmpty()) {
            throw new NotPossible("weights.error.unknown", String.join(", ", unknown));
        }
        int version = next(last);
        if (last.with(version, validFrom, words, profile, weights).sameWeights(last)) {
            throw new NotPossible("weights.error.nothing-changes");
        }
        store.persist(new EnteredWeights(
                        version,
                        last.version(),
                        profile,
                        weights,
                        validFrom,
                        words,
                        grant.who().professional(),
                        grant.at())
                .sign(macs));
        store.flush();
        return new Entered(version, grant.entry().code());
    }

    private static int next(IndicatorSet last) {
        return last.version() < IndicatorSet.ENTERED ? last.version() * IndicatorSet.ENTERED + 1 : last.version() + 1;
    }

    private AccessRequest request(Action action) {
        return AccessRequest.of(
                current.current(),
                action,
                new ResourceRef.OfAgency(DataCategory.DIRECTORY),
                Purpose.ADMINISTRATION,
                clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), AMSTERDAM);
    }
}
