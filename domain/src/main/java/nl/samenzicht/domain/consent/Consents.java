package nl.samenzicht.domain.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** The register of consents and refusals. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
public class Consents {

    private static final String BLOCKED_PARENT = "blocked_parent";

    private final EntityManager store;
    private final RowMac macs;
    private final Sealer sealer;

    protected Consents() {
        this(null, null, null);
    }

    @Inject
    public Consents(@Casework EntityManager store, RowMac macs, Sealer sealer) {
        this.store = store;
        this.macs = macs;
        this.sealer = sealer;
    }

    /** How a consent stands at an instant; {@code NONE} when there is no such consent. */
    public ConsentState stateOf(Optional<ConsentId> id, Instant at) {
        return id.flatMap(this::find).map(consent -> consent.stateAt(at)).orElse(ConsentState.NONE);
    }

    /**
     * How a consent stands for exactly this recipient, purpose and category; {@code NONE} when it answers another question.
     */
    public ConsentState stateFor(
            ConsentId id, CaseFileId caseFile, AgencyId recipient, Purpose purpose, DataCategory category, Instant at) {
        return find(id).filter(consent -> consent.caseFile().equals(caseFile))
                .filter(consent -> consent.question().recipient().equals(recipient)
                        && consent.question().category() == category
                        && purpose.within(consent.question().purpose()))
                .map(consent -> consent.stateAt(at))
                .orElse(ConsentState.NONE);
    }

    Optional<Consent> find(ConsentId id) {
        return Optional.ofNullable(store.find(Consent.class, id)).filter(consent -> consent.sound(macs));
    }

    List<Consent> of(CaseFileId caseFile) {
        return store
                .createQuery(
                        "select c from Consent c where c.caseFile = :caseFile order by c.recordedAt desc",
                        Consent.class)
                .setParameter("caseFile", caseFile)
                .getResultList()
                .stream()
                .filter(consent -> consent.sound(macs))
                .toList();
    }

    /** One consent that we wrote, as a check of the whole needs it. */
    public record Sound(ConsentId id, CaseFileId caseFile, boolean withdrawn) {}

    /** Shows each consent that an agency recorded or received: as it is, or only its number when we did not write it so. */
    public void inspect(AgencyId agency, Consumer<Sound> sound, BiConsumer<ConsentId, CaseFileId> forged) {
        Rows.each(
                store,
                Consent.class,
                "r.recipient = :agency or r.recordedByAgency = :agency",
                Map.of("agency", agency),
                new ConsentId(new UUID(0, 0)),
                Consent::id,
                consent -> {
                    if (consent.sound(macs)) {
                        sound.accept(new Sound(
                                consent.id(),
                                consent.caseFile(),
                                consent.withdrawnAt().isPresent()));
                    } else {
                        forged.accept(consent.id(), consent.caseFile());
                    }
                });
    }

    /** Tells which blocks of a parent by this agency are not as we wrote them. */
    public void inspectBlocks(AgencyId agency, BiConsumer<UUID, CaseFileId> forged) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = store.createNativeQuery(
                        "select id, case_id, blocked_by, mac from blocked_parent where blocked_by_agency = ?")
                .setParameter(1, agency.value().toString())
                .getResultList();
        for (var row : rows) {
            var caseFile = new CaseFileId(UUID.fromString(row[1].toString()));
            if (!macs.matches((byte[]) row[3], blockedFields(row[0].toString(), caseFile, row[2].toString()))) {
                forged.accept(UUID.fromString(row[0].toString()), caseFile);
            }
        }
    }

    void add(Consent consent) {
        store.persist(consent.sign(macs));
    }

    void changed(Consent consent) {
        consent.sign(macs);
    }

    /** Whether a parent is kept out of consent, requests and notices in this case. */
    public boolean parentBlocked(CaseFileId caseFile) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = store.createNativeQuery(
                        "select id, blocked_by, blocked_at, mac from blocked_parent where case_id = ? and lifted_at is null")
                .setParameter(1, caseFile.value().toString())
                .getResultList();
        return rows.stream()
                .anyMatch(row ->
                        macs.matches((byte[]) row[3], blockedFields(row[0].toString(), caseFile, row[1].toString())));
    }

    void blockParent(CaseFileId caseFile, String reason, ProfessionalId by, AgencyId agency, Instant at) {
        var id = nl.samenzicht.security.TimeOrderedId.next().toString();
        store.createNativeQuery(
                        "insert into blocked_parent (id, case_id, sealed_reason, blocked_by, blocked_by_agency, blocked_at, mac)"
                                + " values (?,?,?,?,?,?,?)")
                .setParameter(1, id)
                .setParameter(2, caseFile.value().toString())
                .setParameter(
                        3,
                        sealer.seal(
                                BLOCKED_PARENT + ":" + id, reason.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .setParameter(4, by.value().toString())
                .setParameter(5, agency.value().toString())
                .setParameter(6, InstantConverter.column(at))
                .setParameter(7, macs.of(blockedFields(id, caseFile, by.value().toString())))
                .executeUpdate();
    }

    void liftBlock(CaseFileId caseFile, Instant at) {
        store.createNativeQuery("update blocked_parent set lifted_at = ? where case_id = ? and lifted_at is null")
                .setParameter(1, InstantConverter.column(at))
                .setParameter(2, caseFile.value().toString())
                .executeUpdate();
    }

    private static Canonical blockedFields(String id, CaseFileId caseFile, String by) {
        return Canonical.of(BLOCKED_PARENT).text(id).id(caseFile.value()).text(by);
    }
}
