package nl.samenzicht.domain.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.ParticipationState;

/** The participations of all case files. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
public class Participations {

    private final EntityManager store;
    private final RowMac macs;

    protected Participations() {
        this(null, null);
    }

    @Inject
    public Participations(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    /**
     * How one professional stands towards a case: through their agency, or by name.
     *
     * @param from first instant of the strongest participation found
     */
    public record Standing(ParticipationState state, Instant from, Instant until, boolean leads) {}

    /** Whether an agency takes part in a case now, by rows that were read already. */
    public boolean takesPart(Collection<Participation> rows, CaseFileId caseFile, AgencyId agency, Instant at) {
        return rows.stream()
                .filter(row -> row.caseFile().equals(caseFile) && row.agency().equals(agency))
                .anyMatch(row -> row.activeAt(at) && row.sound(macs));
    }

    /** Returns how {@code professional} of {@code agency} takes part at {@code at}. */
    public Standing standingOf(CaseFileId caseFile, AgencyId agency, ProfessionalId professional, Instant at) {
        return standingOf(
                store.createQuery(
                                "select p from Participation p where p.caseFile = :caseFile and p.agency = :agency",
                                Participation.class)
                        .setParameter("caseFile", caseFile)
                        .setParameter("agency", agency)
                        .getResultList(),
                professional,
                at);
    }

    /** The same, from the participations of the professional's agency in the case, read already. */
    public Standing standingOf(Collection<Participation> ofAgency, ProfessionalId professional, Instant at) {
        var rows = ofAgency.stream()
                .filter(row -> row.sound(macs))
                .filter(row -> row.professional().map(professional::equals).orElse(true))
                .toList();
        return rows.stream()
                .filter(row -> row.activeAt(at))
                .max(Comparator.comparing(Participation::until))
                .map(row -> new Standing(
                        ParticipationState.ACTIVE,
                        row.from(),
                        row.until(),
                        rows.stream().anyMatch(other -> other.activeAt(at) && other.part() == Part.LEAD)))
                .or(() -> rows.stream()
                        .max(Comparator.comparing(Participation::until))
                        .map(row -> new Standing(ParticipationState.ENDED, row.from(), row.until(), false)))
                .orElse(new Standing(ParticipationState.NONE, Instant.EPOCH, Instant.EPOCH, false));
    }

    /** Whether {@code agency} takes part at {@code at}, as a whole or by a named professional. */
    public boolean active(CaseFileId caseFile, AgencyId agency, Instant at) {
        return of(caseFile).stream().anyMatch(row -> row.agency().equals(agency) && row.activeAt(at));
    }

    /** Leaves out the cases that appear in a list only through a participation row that we did not write. */
    List<CaseFile> withoutForged(List<CaseFile> files, AgencyId agency) {
        if (files.isEmpty()) {
            return files;
        }
        var sound = sound(store.createQuery(
                        "select p from Participation p where p.agency = :agency and p.caseFile in :files",
                        Participation.class)
                .setParameter("agency", agency)
                .setParameter("files", files.stream().map(CaseFile::id).toList())
                .getResultList());
        var genuine = sound.stream().map(Participation::caseFile).collect(Collectors.toSet());
        return files.stream().filter(file -> genuine.contains(file.id())).toList();
    }

    List<Participation> of(CaseFileId caseFile) {
        return sound(store.createQuery(
                        "select p from Participation p where p.caseFile = :caseFile order by p.from",
                        Participation.class)
                .setParameter("caseFile", caseFile)
                .getResultList());
    }

    Optional<Participation> find(UUID id) {
        return Optional.ofNullable(store.find(Participation.class, id)).filter(row -> row.sound(macs));
    }

    void add(Participation participation) {
        store.persist(participation.sign(macs));
    }

    void changed(Participation participation) {
        participation.sign(macs);
    }

    /** One participation that we wrote, as a check of the whole needs it. */
    public record Sound(
            CaseFileId caseFile, AgencyId agency, Optional<ProfessionalId> professional, Instant from, Instant until) {}

    /** Shows each participation in the cases of an agency: as it is, or only its number when we did not write it so. */
    public void inspect(AgencyId agency, Consumer<Sound> sound, BiConsumer<UUID, CaseFileId> forged) {
        Rows.each(
                store,
                Participation.class,
                "r.agency = :agency or r.caseFile in (select p.caseFile from Participation p where p.agency = :agency)",
                Map.of("agency", agency),
                new UUID(0, 0),
                Participation::id,
                row -> {
                    if (row.sound(macs)) {
                        sound.accept(
                                new Sound(row.caseFile(), row.agency(), row.professional(), row.from(), row.until()));
                    } else {
                        forged.accept(row.id(), row.caseFile());
                    }
                });
    }

    private List<Participation> sound(List<Participation> rows) {
        return rows.stream().filter(row -> row.sound(macs)).toList();
    }
}
