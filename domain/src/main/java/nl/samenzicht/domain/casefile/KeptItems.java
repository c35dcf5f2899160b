package nl.samenzicht.domain.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.lease.Revocation;
import nl.samenzicht.domain.lease.Revocations;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.Framework;

/** The items that an agency keeps, by what a term of keeping runs from; no content. A row whose MAC does not fit is absent. */
@ApplicationScoped
public class KeptItems {

    private static final String OF_AGENCY = "select i, c from Item i left join CaseFile c on c.id = i.caseFile"
            + " where i.owner = :owner and i.destroyedAt is null and ";

    private final EntityManager store;
    private final RowMac macs;
    private final Revocations revocations;

    protected KeptItems() {
        this(null, null, null);
    }

    @Inject
    public KeptItems(@Casework EntityManager store, RowMac macs, Revocations revocations) {
        this.store = store;
        this.macs = macs;
        this.revocations = revocations;
    }

    /** An item with the case that it lies in; without one when it lies in a signal that is no case. */
    public record Kept(ItemHeader item, Optional<InCase> caseFile) {}

    /** What a term needs to know of a case. */
    public record InCase(String number, Framework framework, Optional<Instant> closedAt) {}

    /** The items of an agency that were recorded before one instant, or whose set end is before another, oldest first. */
    public List<Kept> recordedOrEndedBefore(AgencyId owner, Instant recorded, Instant ended, int most) {
        return kept(store.createQuery(
                        OF_AGENCY
                                + "(i.recordedAt < :recorded or i.retainedUntil < :ended) order by i.recordedAt, i.id",
                        Object[].class)
                .setParameter("owner", owner)
                .setParameter("recorded", recorded)
                .setParameter("ended", ended)
                .setMaxResults(most));
    }

    /** The items of an agency in one case or signal, oldest first. */
    public List<Kept> in(CaseFileId dossier, AgencyId owner) {
        return kept(store.createQuery(OF_AGENCY + "i.caseFile = :dossier order by i.recordedAt, i.id", Object[].class)
                .setParameter("owner", owner)
                .setParameter("dossier", dossier));
    }

    private List<Kept> kept(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .filter(row -> ((Item) row[0]).sound(macs))
                .filter(row -> row[1] == null || ((CaseFile) row[1]).sound(macs))
                .map(row -> new Kept(
                        Items.headerOf((Item) row[0]),
                        Optional.ofNullable((CaseFile) row[1]).map(KeptItems::inCase)))
                .toList();
    }

    private static InCase inCase(CaseFile file) {
        return new InCase(file.number(), file.cooperation().framework(), file.closedAt());
    }

    /**
     * Notes that an item was destroyed, and clears it from open pages; its content and keys are taken away by the caller, in the
     * same transaction.
     *
     * @return false when the agency has no such item as we wrote it, or it was destroyed before
     */
    public boolean destroy(ItemId id, AgencyId owner, Instant at) {
        var item = store.find(Item.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (item == null || !item.sound(macs) || !item.owner().equals(owner) || item.isDestroyed()) {
            return false;
        }
        item.destroyed(at);
        item.sign(macs);
        revocations.revoke(
                new Revocation(item.caseFile(), Optional.empty(), Optional.empty(), Optional.of(item.category())));
        return true;
    }
}
