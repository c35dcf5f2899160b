package nl.samenzicht.domain.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
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
import org.jspecify.annotations.Nullable;

/** The register of consents and refusals. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
public class Consents {

    private static final String BLOCKED_PARENT = "blocked_parent";
    /** As the query below writes it. */
    private static final DateTimeFormatter LIFTED = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSSSSS");

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

    /**
     * The answer that the person gave to a question.
     *
     * @param givenBy who answered; a parent who is kept out since carries nothing
     */
    public record Answer(ConsentId id, ConsentState state, GivenBy givenBy, Instant until) {}

    /**
     * What was answered to this question in this case: a consent that holds now, or else the newest answer; empty when it was
     * not asked.
     */
    public Optional<Answer> answerTo(
            CaseFileId caseFile, AgencyId recipient, Purpose purpose, DataCategory category, Instant at) {
        return of(caseFile).stream()
                .filter(consent -> consent.question().recipient().equals(recipient)
                        && consent.question().category() == category
                        && purpose.within(consent.question().purpose()))
                .map(consent -> new Answer(
                        consent.id(),
                        consent.stateAt(at),
                        consent.giver().by(),
                        consent.question().until()))
                .reduce((newest, older) ->
                        newest.state() != ConsentState.GRANTED && older.state() == ConsentState.GRANTED
                                ? older
                                : newest);
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

    /** Shows each block of a parent by this agency: its number, its case, and whether it is as we wrote it. */
    public void inspectBlocks(AgencyId agency, Blocks seen) {
        blocks("blocked_by_agency", agency.value())
                .forEach(block -> seen.block(UUID.fromString(block.id()), block.caseFile(), block.sound(macs)));
    }

    /** Sees the blocks of a parent one by one. */
    @FunctionalInterface
    public interface Blocks {
        void block(UUID id, CaseFileId caseFile, boolean sound);
    }

    void add(Consent consent) {
        store.persist(consent.sign(macs));
    }

    void changed(Consent consent) {
        consent.sign(macs);
    }

    /**
     * Whether a parent is kept out of consent, requests and notices in this case. A row that we did not write so goes on to
     * count: it can only close.
     */
    public boolean parentBlocked(CaseFileId caseFile) {
        return blocks("case_id", caseFile.value()).stream()
                .anyMatch(block -> block.lifted() == null || !block.sound(macs));
    }

    /** This agency's block that is in force; of a row whose MAC does not fit nothing is believed. */
    Optional<Block> blockBy(AgencyId agency, CaseFileId caseFile) {
        return blocks("case_id", caseFile.value()).stream()
                .filter(block -> block.lifted() == null && block.sound(macs))
                .filter(block -> block.agency().equals(agency.value().toString()))
                .findFirst();
    }

    String reasonOf(Block block) {
        return new String(
                sealer.open(BLOCKED_PARENT + ":" + block.id(), block.sealedReason()),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    void blockParent(UUID number, CaseFileId caseFile, String reason, ProfessionalId by, AgencyId agency, Instant at) {
        var id = number.toString();
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
                .setParameter(
                        7,
                        macs.of(blockedFields(
                                id,
                                caseFile,
                                by.value().toString(),
                                agency.value().toString(),
                                null)))
                .executeUpdate();
    }

    /** Lifts what blocks a parent here, also a row that we did not write: somebody who may has said so. */
    void liftBlock(CaseFileId caseFile, Instant at) {
        var lifted = InstantConverter.column(at);
        for (var block : blocks("case_id", caseFile.value())) {
            if (block.lifted() == null || !block.sound(macs)) {
                store.createNativeQuery("update blocked_parent set lifted_at = ?, mac = ? where id = ?")
                        .setParameter(1, lifted)
                        .setParameter(
                                2,
                                macs.of(blockedFields(
                                        block.id(), caseFile, block.by(), block.agency(), LIFTED.format(lifted))))
                        .setParameter(3, block.id())
                        .executeUpdate();
            }
        }
    }

    /** Forgets why this agency keeps or kept a parent out. */
    void forgetWhyBlocked(CaseFileId caseFile, AgencyId agency) {
        blocks("case_id", caseFile.value()).stream()
                .filter(block -> block.agency().equals(agency.value().toString()))
                .forEach(block -> store.createNativeQuery("update blocked_parent set sealed_reason = ? where id = ?")
                        .setParameter(1, sealer.seal(BLOCKED_PARENT + ":" + block.id(), new byte[0]))
                        .setParameter(2, block.id())
                        .executeUpdate());
    }

    /** A row of the blocks. */
    record Block(
            String id,
            CaseFileId caseFile,
            String by,
            String agency,
            @Nullable String lifted,
            byte[] mac,
            Instant since,
            byte[] sealedReason) {
        boolean sound(RowMac macs) {
            return macs.matches(mac, blockedFields(id, caseFile, by, agency, lifted));
        }
    }

    private List<Block> blocks(String column, UUID value) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = store.createNativeQuery("select id, case_id, blocked_by, blocked_by_agency,"
                        + " date_format(lifted_at, '%Y%m%d%H%i%s%f'), mac, blocked_at, sealed_reason from blocked_parent where "
                        + column + " = ?")
                .setParameter(1, value.toString())
                .getResultList();
        return rows.stream()
                .map(row -> new Block(
                        row[0].toString(),
                        new CaseFileId(UUID.fromString(row[1].toString())),
                        row[2].toString(),
                        row[3].toString(),
                        (String) row[4],
                        (byte[]) row[5],
                        InstantConverter.instant(row[6]),
                        (byte[]) row[7]))
                .toList();
    }

    /** The end belongs to it, so that nobody lifts a block with an UPDATE. */
    private static Canonical blockedFields(
            String id, CaseFileId caseFile, String by, String agency, @Nullable String lifted) {
        return Canonical.of(BLOCKED_PARENT)
                .text(id)
                .id(caseFile.value())
                .text(by)
                .text(agency)
                .text(lifted);
    }
}
