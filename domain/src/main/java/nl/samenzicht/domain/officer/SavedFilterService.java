package nl.samenzicht.domain.officer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * The sets of filters on the log that an officer keeps. Each sees their own, at the agency where they work now. Keeping,
 * renaming and taking away are on record, with no word of what the filter says; opening one is a look at the log like any
 * other. Name and limits are sealed, because both may speak of a person.
 */
@ApplicationScoped
public class SavedFilterService {
    /** How many sets of filters one officer keeps. */
    public static final int MOST = 50;

    /** How long a name is. */
    public static final int NAME_LENGTH = 60;

    private static final Pattern LIMITS = Pattern.compile("[A-Za-z0-9=&%+_.:-]{1,1500}");
    private static final String LINE = "\n";

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final EntityManager store;
    private final Sealer sealer;
    private final RowMac macs;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected SavedFilterService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public SavedFilterService(
            AccessGate gate,
            CurrentProfessional current,
            @Casework EntityManager store,
            Sealer sealer,
            RowMac macs,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.store = store;
        this.sealer = sealer;
        this.macs = macs;
        this.clock = clock;
    }

    /** One's own sets of filters, by name; none for who may not read the log. They are no look at it. */
    @Transactional
    public List<SavedFilter> own() {
        return gate.wouldAdmit(reading())
                ? rows().map(this::opened)
                        .sorted(Comparator.comparing(SavedFilter::name, String.CASE_INSENSITIVE_ORDER))
                        .toList()
                : List.of();
    }

    /**
     * Keeps a set of filters.
     *
     * @param limits as they stand in the address of the log
     * @throws NotPossible when the name is empty, too long or taken, or there are too many
     */
    @Transactional
    public SavedFilter keep(String name, String limits) {
        gate.admit(reading().because("keep-filter"));
        if (!LIMITS.matcher(limits).matches()) {
            throw new NotPossible("log.saved.error.nothing");
        }
        var kept = own();
        if (kept.size() >= MOST) {
            throw new NotPossible("log.saved.error.too-many", MOST);
        }
        var filter = new SavedFilter(TimeOrderedId.next(), checked(name, kept), limits);
        store.persist(sealed(new SavedFilterRow(filter.id(), current.current()), filter));
        return filter;
    }

    /**
     * Gives one's own set of filters another name.
     *
     * @throws NotPossible when the name is empty, too long or taken, or the set is gone
     */
    @Transactional
    public void rename(UUID id, String name) {
        gate.admit(reading().because("rename-filter"));
        var row = find(id);
        var others = own().stream().filter(other -> !other.id().equals(id)).toList();
        sealed(row, new SavedFilter(id, checked(name, others), opened(row).limits()));
    }

    /**
     * Takes away one's own set of filters.
     *
     * @throws NotPossible when it is gone already
     */
    @Transactional
    public void delete(UUID id) {
        gate.admit(reading().because("delete-filter"));
        store.remove(find(id));
    }

    private static String checked(String name, List<SavedFilter> others) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > NAME_LENGTH || plain.chars().anyMatch(Character::isISOControl)) {
            throw new NotPossible("log.saved.error.name", NAME_LENGTH);
        }
        if (others.stream().anyMatch(other -> other.name().equalsIgnoreCase(plain))) {
            throw new NotPossible("log.saved.error.taken");
        }
        return plain;
    }

    private SavedFilterRow find(UUID id) {
        return rows().filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotPossible("log.saved.error.gone"));
    }

    private Stream<SavedFilterRow> rows() {
        var who = current.current();
        return store.createQuery(
                        "select f from SavedFilterRow f where f.agency = :agency and f.owner = :owner",
                        SavedFilterRow.class)
                .setParameter("agency", who.agency())
                .setParameter("owner", who.professional())
                .getResultStream()
                .filter(row -> row.sound(macs));
    }

    private SavedFilterRow sealed(SavedFilterRow row, SavedFilter filter) {
        var content = (filter.limits() + LINE + filter.name()).getBytes(UTF_8);
        return row.keep(sealer.seal(place(filter.id()), content), clock.instant(), macs);
    }

    private SavedFilter opened(SavedFilterRow row) {
        var content = new String(sealer.open(place(row.id()), row.sealed()), UTF_8).split(LINE, 2);
        return new SavedFilter(row.id(), content[1], content[0]);
    }

    private static String place(UUID id) {
        return SavedFilterRow.TABLE + ":" + id;
    }

    private AccessRequest reading() {
        return AccessRequest.of(
                current.current(),
                Action.VIEW_LOG,
                new ResourceRef.OfAgency(DataCategory.LOG),
                Purpose.OVERSIGHT,
                clock.instant());
    }
}
