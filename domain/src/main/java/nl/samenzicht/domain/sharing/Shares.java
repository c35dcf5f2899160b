package nl.samenzicht.domain.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.KeyHolders;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.KeyHolder;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;

/** All shares. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
public class Shares implements KeyHolders {

    private final EntityManager store;
    private final RowMac macs;

    protected Shares() {
        this(null, null);
    }

    @Inject
    public Shares(@Casework EntityManager store, RowMac macs) {
        this.store = store;
        this.macs = macs;
    }

    /** What a decision needs to know of one share. */
    public record ShareFacts(
            ShareId id,
            DataCategory category,
            boolean standing,
            AgencyId giver,
            Set<UUID> items,
            Purpose purpose,
            Ground ground,
            Optional<ConsentId> consent,
            Optional<UUID> provision,
            Set<String> withheld,
            Instant from,
            Instant until,
            boolean accepted,
            boolean ended) {

        /** Whether it gives this item of {@code owner}, as far as items go. */
        public boolean takesIn(UUID item, DataCategory itemCategory, AgencyId owner) {
            return giver.equals(owner) && category == itemCategory && (standing || items.contains(item));
        }

        /** Whether it may be used at this instant. */
        public boolean activeAt(Instant at) {
            return accepted && !at.isBefore(from) && at.isBefore(until);
        }
    }

    /**
     * The shares of a case to this agency, or to this professional of it, whatever their state. The consents and provisions
     * that they rest on come along, so that whoever asks for those next finds them at hand.
     */
    public List<ShareFacts> towards(CaseFileId caseFile, AgencyId agency, ProfessionalId professional) {
        return store.createQuery(
                        "select s, c, p from Share s left join fetch s.items"
                                + " left join Consent c on c.id = s.consent left join Provision p on p.id = s.provision"
                                + " where s.caseFile = :caseFile and s.recipient = :agency",
                        Object[].class)
                .setParameter("caseFile", caseFile)
                .setParameter("agency", agency)
                .getResultStream()
                .map(row -> (Share) row[0])
                .distinct()
                .filter(share ->
                        share.recipientProfessional().map(professional::equals).orElse(true))
                .filter(share -> share.sound(macs))
                .map(Shares::factsOf)
                .toList();
    }

    private static ShareFacts factsOf(Share share) {
        return new ShareFacts(
                share.id(),
                share.category(),
                share.standing(),
                share.giver(),
                share.items(),
                share.purpose(),
                share.ground(),
                share.consent(),
                share.provision(),
                share.withheld(),
                share.from(),
                share.until(),
                share.state() == ShareState.ACCEPTED,
                share.state() == ShareState.ENDED);
    }

    @Override
    public Set<KeyHolder> forNewItem(CaseFileId caseFile, DataCategory category, KeyHolder owner, Instant at) {
        var holders = new HashSet<KeyHolder>();
        holders.add(owner);
        given(caseFile, category, owner.agency()).stream()
                .filter(share -> share.standing()
                        && share.state() == ShareState.ACCEPTED
                        && share.until().isAfter(at))
                .forEach(share -> holders.add(KeyHolder.recipient(share.recipient())));
        return holders;
    }

    @Override
    public Set<KeyHolder> forNewVersion(
            ItemId item, CaseFileId caseFile, DataCategory category, KeyHolder owner, Instant at) {
        var holders = new HashSet<>(forNewItem(caseFile, category, owner, at));
        given(caseFile, category, owner.agency()).stream()
                .filter(share -> share.items().contains(item.value()))
                .filter(share ->
                        share.state() == ShareState.ACCEPTED && share.until().isAfter(at))
                .forEach(share -> holders.add(KeyHolder.recipient(share.recipient())));
        return holders;
    }

    private List<Share> given(CaseFileId caseFile, DataCategory category, AgencyId giver) {
        return sound(store.createQuery(
                        "select s from Share s where s.caseFile = :caseFile and s.category = :category and s.giver = :giver",
                        Share.class)
                .setParameter("caseFile", caseFile)
                .setParameter("category", category)
                .setParameter("giver", giver)
                .getResultList());
    }

    List<Share> of(CaseFileId caseFile) {
        return sound(store.createQuery(
                        "select s from Share s where s.caseFile = :caseFile order by s.offeredAt desc", Share.class)
                .setParameter("caseFile", caseFile)
                .getResultList());
    }

    /** Shares that this agency gave or got, newest first. */
    List<Share> ofAgency(AgencyId agency, int limit) {
        return sound(store.createQuery(
                        "select s from Share s where s.giver = :agency or s.recipient = :agency order by s.offeredAt desc",
                        Share.class)
                .setParameter("agency", agency)
                .setMaxResults(limit)
                .getResultList());
    }

    List<Share> restingOn(ConsentId consent) {
        return sound(store.createQuery("select s from Share s where s.consent = :consent", Share.class)
                .setParameter("consent", consent)
                .getResultList());
    }

    Optional<Share> find(ShareId id) {
        return Optional.ofNullable(store.find(Share.class, id)).filter(share -> share.sound(macs));
    }

    void add(Share share) {
        store.persist(share.sign(macs));
    }

    void changed(Share share) {
        share.sign(macs);
    }

    /** One share that was accepted and that we wrote, as a check of the whole needs it. */
    public record Sound(
            ShareId id,
            CaseFileId caseFile,
            AgencyId giver,
            AgencyId recipient,
            Optional<ProfessionalId> recipientProfessional,
            Optional<ConsentId> consent,
            Instant from,
            Instant until,
            boolean accepted) {}

    /** Shows each share that an agency gave or got: as it is, or only its number when we did not write it so. */
    public void inspect(AgencyId agency, Consumer<Sound> sound, BiConsumer<ShareId, CaseFileId> forged) {
        Rows.each(
                store,
                Share.class,
                "r.giver = :agency or r.recipient = :agency",
                Map.of("agency", agency),
                new ShareId(new UUID(0, 0)),
                Share::id,
                share -> {
                    if (share.sound(macs)) {
                        sound.accept(new Sound(
                                share.id(),
                                share.caseFile(),
                                share.giver(),
                                share.recipient(),
                                share.recipientProfessional(),
                                share.consent(),
                                share.from(),
                                share.until(),
                                share.state() == ShareState.ACCEPTED));
                    } else {
                        forged.accept(share.id(), share.caseFile());
                    }
                });
    }

    private List<Share> sound(List<Share> rows) {
        return rows.stream().filter(row -> row.sound(macs)).toList();
    }
}
