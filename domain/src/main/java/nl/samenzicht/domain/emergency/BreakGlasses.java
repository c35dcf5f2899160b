package nl.samenzicht.domain.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.RowMac;

/** All uses of break-glass. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
public class BreakGlasses {

    /** From how many late reviews on nobody at the agency may break the glass. */
    static final int LATE_AT_AGENCY = 3;

    private final EntityManager store;
    private final RowMac macs;

    protected BreakGlasses() {
        this(null, null);
    }

    @Inject
    public BreakGlasses(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    /** Until when break-glass of this professional is open on this case; empty when it is not. */
    public Optional<Instant> openUntil(CaseFileId caseFile, ProfessionalId professional, Instant at) {
        return openUntil(
                store.createQuery(
                                "select b from BreakGlass b where b.caseFile = :caseFile"
                                        + " and b.professional = :professional and b.until > :at",
                                BreakGlass.class)
                        .setParameter("caseFile", caseFile)
                        .setParameter("professional", professional)
                        .setParameter("at", at)
                        .getResultList(),
                at);
    }

    /** The same, from the uses of one professional on one case, read already. */
    public Optional<Instant> openUntil(Collection<BreakGlass> uses, Instant at) {
        return uses.stream()
                .filter(row -> row.sound(macs) && row.openAt(at))
                .map(BreakGlass::until)
                .findFirst();
    }

    /**
     * Whether break-glass is suspended for this professional: a use of their own waits for a review after its term, or so many
     * at their agency do that nobody there can be said to look. A use that was judged in the database and not by us waits on.
     */
    public boolean suspended(ProfessionalId professional, AgencyId agency, Instant at) {
        var late = store
                .createQuery(
                        "select b from BreakGlass b where b.professional = :professional"
                                + " or (b.agency = :agency and b.verdict is null)",
                        BreakGlass.class)
                .setParameter("professional", professional)
                .setParameter("agency", agency)
                .getResultList()
                .stream()
                .filter(use -> !(use.sound(macs) && use.verdict() != null))
                .filter(use -> !at.isBefore(BreakGlassService.reviewDue(use.from())))
                .toList();
        return late.size() >= LATE_AT_AGENCY
                || late.stream().anyMatch(use -> use.professional().equals(professional));
    }

    /** How many uses by professionals of an agency began since a moment. */
    long begunSince(AgencyId agency, Instant from) {
        return store.createQuery(
                        "select count(b) from BreakGlass b where b.agency = :agency and b.from > :from", Long.class)
                .setParameter("agency", agency)
                .setParameter("from", from)
                .getSingleResult();
    }

    /** One use, for counting. */
    public record Counted(Instant from, Optional<Verdict> verdict, Optional<Instant> reviewedAt) {
        /** Whether it was reviewed after its term, or was not when this had passed. */
        public boolean late(Instant now) {
            return !reviewedAt.orElse(now).isBefore(BreakGlassService.reviewDue(from));
        }
    }

    /** The uses by professionals of an agency that began since a moment, for counting. */
    public List<Counted> since(AgencyId agency, Instant from) {
        return store
                .createQuery(
                        "select b from BreakGlass b where b.agency = :agency and b.from >= :from", BreakGlass.class)
                .setParameter("agency", agency)
                .setParameter("from", from)
                .getResultList()
                .stream()
                .filter(use -> use.sound(macs))
                .map(use -> new Counted(
                        use.from(), Optional.ofNullable(use.verdict()), Optional.ofNullable(use.reviewedAt())))
                .toList();
    }

    Optional<BreakGlass> find(UUID id) {
        return Optional.ofNullable(store.find(BreakGlass.class, id)).filter(row -> row.sound(macs));
    }

    /** Unreviewed uses by professionals of {@code agency}, the most urgent first. */
    List<BreakGlass> unreviewed(AgencyId agency) {
        return store
                .createQuery(
                        "select b from BreakGlass b where b.agency = :agency and b.reviewedAt is null order by b.reviewDue",
                        BreakGlass.class)
                .setParameter("agency", agency)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs))
                .toList();
    }

    /** Reviewed uses by professionals of {@code agency}, the last one first. */
    List<BreakGlass> reviewed(AgencyId agency, int most) {
        return store
                .createQuery(
                        "select b from BreakGlass b where b.agency = :agency and b.reviewedAt is not null"
                                + " order by b.reviewedAt desc",
                        BreakGlass.class)
                .setParameter("agency", agency)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs))
                .toList();
    }

    /** Shows the number of each use by an agency, or in cases that it leads: as we wrote it, or not. */
    public void inspect(AgencyId agency, Consumer<UUID> sound, BiConsumer<UUID, CaseFileId> forged) {
        Rows.each(
                store,
                BreakGlass.class,
                "r.agency = :agency or r.caseFile in (select c.id from CaseFile c where c.lead = :agency)",
                Map.of("agency", agency),
                new UUID(0, 0),
                BreakGlass::id,
                row -> {
                    if (row.sound(macs)) {
                        sound.accept(row.id());
                    } else {
                        forged.accept(row.id(), row.caseFile());
                    }
                });
    }

    void add(BreakGlass use) {
        store.persist(use.sign(macs));
    }

    void changed(BreakGlass use) {
        use.sign(macs);
    }
}
