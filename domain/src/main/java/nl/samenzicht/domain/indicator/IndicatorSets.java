package nl.samenzicht.domain.indicator;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.keys.RowMac;

/** All versions of the indicators: those that come with the product, and those whose weights were entered since. */
@ApplicationScoped
public class IndicatorSets {

    private final EntityManager store;
    private final RowMac macs;

    protected IndicatorSets() {
        this(null, null);
    }

    @Inject
    public IndicatorSets(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    /** All of them, in the order in which they come to hold; entered ones whose row is not sound are left out. */
    @Transactional
    public List<IndicatorSet> all() {
        var known = new HashMap<Integer, IndicatorSet>();
        IndicatorSet.published().forEach(set -> known.put(set.version(), set));
        var all = new ArrayList<>(known.values());
        store
                .createQuery("select e from EnteredWeights e order by e.version", EnteredWeights.class)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs) && known.containsKey(row.base()))
                .forEach(row -> {
                    var set = row.on(known.get(row.base()));
                    known.put(set.version(), set);
                    all.add(set);
                });
        all.sort(comparing(IndicatorSet::validFrom).thenComparing(IndicatorSet::version));
        return List.copyOf(all);
    }

    /**
     * The version that holds on a day in Amsterdam.
     *
     * @throws NoSuchElementException when none holds then
     */
    @Transactional
    public IndicatorSet on(LocalDate day) {
        return IndicatorSet.holding(day, all());
    }

    /**
     * The version with this number.
     *
     * @throws NoSuchElementException when there is none
     */
    @Transactional
    public IndicatorSet version(int number) {
        return IndicatorSet.numbered(number, all());
    }
}
