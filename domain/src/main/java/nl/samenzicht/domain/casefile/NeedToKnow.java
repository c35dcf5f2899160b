package nl.samenzicht.domain.casefile;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/**
 * Who is kept out of a case because of a personal interest, and who is let in to a secret location by name. A row whose MAC
 * does not fit lets nobody in; for a conflict of interest any row counts, because it can only close.
 */
@ApplicationScoped
public class NeedToKnow {

    private static final String TABLE = "named_access";

    private final EntityManager store;
    private final RowMac macs;

    protected NeedToKnow() {
        this(null, null);
    }

    @Inject
    public NeedToKnow(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    /** Whether this professional has a recorded conflict of interest in the case. */
    public boolean hasConflict(CaseFileId caseFile, ProfessionalId professional) {
        return !store.createNativeQuery("select 1 from conflict_of_interest where case_id = ? and professional = ?")
                .setParameter(1, caseFile.value().toString())
                .setParameter(2, professional.value().toString())
                .getResultList()
                .isEmpty();
    }

    /** The cases in which this professional has a recorded conflict of interest. */
    public Set<CaseFileId> conflictsOf(ProfessionalId professional) {
        List<?> found = store.createNativeQuery("select case_id from conflict_of_interest where professional = ?")
                .setParameter(1, professional.value().toString())
                .getResultList();
        return found.stream()
                .map(id -> new CaseFileId(UUID.fromString(id.toString())))
                .collect(toUnmodifiableSet());
    }

    void recordConflict(CaseFileId caseFile, ProfessionalId professional, ProfessionalId by, Instant at) {
        store.createNativeQuery("insert ignore into conflict_of_interest"
                        + " (case_id, professional, recorded_by, recorded_at, mac) values (?,?,?,?,?)")
                .setParameter(1, caseFile.value().toString())
                .setParameter(2, professional.value().toString())
                .setParameter(3, by.value().toString())
                .setParameter(4, InstantConverter.column(at))
                .setParameter(
                        5,
                        macs.of(Canonical.of("conflict_of_interest")
                                .id(caseFile.value())
                                .id(professional.value())))
                .executeUpdate();
    }

    /** Whether this professional wrote the location down, or was put on its list by two persons. */
    public boolean named(ItemId location, ProfessionalId professional) {
        return rows(location).stream()
                .anyMatch(row -> row.open() && row.professional().equals(professional));
    }

    /** The list of a location: who is on it, and who was proposed. Rows that we did not write are left out. */
    List<Named> rows(ItemId location) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = store.createNativeQuery("select professional, proposed_by, confirmed_by, author, mac"
                        + " from named_access where item_id = ? order by proposed_at")
                .setParameter(1, location.value().toString())
                .getResultList();
        return rows.stream()
                .filter(row -> macs.matches((byte[]) row[4], fields(location, named(row))))
                .map(NeedToKnow::named)
                .toList();
    }

    /** Tells which names on the lists of an agency's secret locations were not put there by us. */
    public void inspect(AgencyId owner, BiConsumer<UUID, ItemId> forged) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = store.createNativeQuery(
                        "select n.professional, n.proposed_by, n.confirmed_by, n.author,"
                                + " n.mac, n.id, n.item_id from named_access n join item i on i.id = n.item_id where i.owner = ?")
                .setParameter(1, owner.value().toString())
                .getResultList();
        for (var row : rows) {
            var location = new ItemId(uuid(row[6]));
            if (!macs.matches((byte[]) row[4], fields(location, named(row)))) {
                forged.accept(uuid(row[5]), location);
            }
        }
    }

    private static Named named(Object[] row) {
        return new Named(
                new ProfessionalId(uuid(row[0])),
                new ProfessionalId(uuid(row[1])),
                Optional.ofNullable(row[2]).map(by -> new ProfessionalId(uuid(by))),
                isTrue(row[3]));
    }

    private static boolean isTrue(Object column) {
        return column instanceof Boolean flag ? flag : ((Number) column).intValue() == 1;
    }

    /** One row of the list. */
    record Named(
            ProfessionalId professional,
            ProfessionalId proposedBy,
            Optional<ProfessionalId> confirmedBy,
            boolean author) {
        boolean open() {
            return author || confirmedBy.isPresent();
        }
    }

    /** Puts who wrote the location down on its list. */
    void author(ItemId location, ProfessionalId author, Instant at) {
        insert(location, new Named(author, author, Optional.empty(), true), at);
    }

    /** Proposes somebody; they are on the list when somebody else has confirmed it. */
    void propose(ItemId location, ProfessionalId professional, ProfessionalId by, Instant at) {
        insert(location, new Named(professional, by, Optional.empty(), false), at);
    }

    private void insert(ItemId location, Named named, Instant at) {
        store.createNativeQuery("insert ignore into named_access"
                        + " (id, item_id, professional, proposed_by, proposed_at, author, mac) values (?,?,?,?,?,?,?)")
                .setParameter(1, TimeOrderedId.next().toString())
                .setParameter(2, location.value().toString())
                .setParameter(3, named.professional().value().toString())
                .setParameter(4, named.proposedBy().value().toString())
                .setParameter(5, InstantConverter.column(at))
                .setParameter(6, named.author())
                .setParameter(7, macs.of(fields(location, named)))
                .executeUpdate();
    }

    /** Confirms a proposal of somebody else; the database refuses the same person twice as well. */
    boolean confirm(ItemId location, ProfessionalId professional, ProfessionalId by, Instant at) {
        var proposed = rows(location).stream()
                .filter(row -> row.professional().equals(professional) && !row.open())
                .filter(row -> !row.proposedBy().equals(by) && !professional.equals(by))
                .findFirst();
        if (proposed.isEmpty()) {
            return false;
        }
        var confirmed = new Named(professional, proposed.get().proposedBy(), Optional.of(by), false);
        return store.createNativeQuery("update named_access set confirmed_by = ?, confirmed_at = ?, mac = ?"
                                + " where item_id = ? and professional = ? and confirmed_by is null")
                        .setParameter(1, by.value().toString())
                        .setParameter(2, InstantConverter.column(at))
                        .setParameter(3, macs.of(fields(location, confirmed)))
                        .setParameter(4, location.value().toString())
                        .setParameter(5, professional.value().toString())
                        .executeUpdate()
                == 1;
    }

    private static Canonical fields(ItemId location, Named named) {
        return Canonical.of(TABLE)
                .id(location.value())
                .id(named.professional().value())
                .id(named.proposedBy().value())
                .id(named.confirmedBy().map(ProfessionalId::value).orElse(null))
                .flag(named.author());
    }

    private static UUID uuid(Object column) {
        return UUID.fromString(column.toString());
    }
}
