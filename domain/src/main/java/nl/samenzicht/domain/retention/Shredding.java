package nl.samenzicht.domain.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.samenzicht.domain.casefile.KeptItems;
import nl.samenzicht.domain.linkage.LinkageIndex;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.Leavings;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.security.directory.AgencyId;

/**
 * Takes away all by which an item could be read or found again: the wraps of its keys, its sealed versions, the tokens of
 * search and linkage, its terms and actions. When nothing of an agency is left in a case, what it wrote around its items goes
 * as well. All of it happens in the transaction of the caller, so it happens whole or not at all.
 *
 * <p>Keys and content are overwritten before their rows go: a deleted row stays in its page until the database needs the room.
 */
@ApplicationScoped
public class Shredding {

    /** For each item, in this order; its number is the one parameter. */
    private static final List<String> OF_ITEM = List.of(
            "update item_key set wrapped = repeat(char(0), length(wrapped)) where item_id = ?",
            "update item_version set sealed = repeat(char(0), length(sealed)) where item_id = ?",
            "delete from item_key where item_id = ?",
            "delete from item_version where item_id = ?",
            "delete from search_token where item_id = ?",
            "delete from item_term where item_id = ?",
            "delete from item_term_warning where item_id = ?",
            "delete from plan_action where goal_id = ?",
            "delete from named_access where item_id = ?");

    /** For each dossier in which nothing of an agency is left; parameters are the dossier and the agency. */
    private static final List<String> OF_DOSSIER = List.of(
            "update share set sealed_message = null where case_id = ? and giver = ?",
            "update share set sealed_answer = null where case_id = ? and giver = ?",
            "delete from access_request where case_id = ? and asked_of = ?",
            "delete from unreported_reason where case_id = ? and agency = ?",
            "delete from duplicate_decision where case_a = ? and agency = ?",
            "delete from duplicate_decision where case_b = ? and agency = ?",
            "delete from alike where case_a = ? and agency = ?",
            "delete from alike where case_b = ? and agency = ?",
            "update `signal` set fingerprint = null where id = ? and from_agency = ?",
            "delete d from signal_draft d join `signal` s on s.id = d.signal_id where s.id = ? and s.from_agency = ?");

    private final EntityManager store;
    private final KeptItems kept;
    private final LinkageIndex linkage;
    private final Iterable<Leavings> leavings;

    protected Shredding() {
        this(null, null, null, List.of());
    }

    @Inject
    Shredding(@Casework EntityManager store, KeptItems kept, LinkageIndex linkage, @Any Instance<Leavings> leavings) {
        this(store, kept, linkage, (Iterable<Leavings>) leavings);
    }

    public Shredding(EntityManager store, KeptItems kept, LinkageIndex linkage, Iterable<Leavings> leavings) {
        this.store = store;
        this.kept = kept;
        this.linkage = linkage;
        this.leavings = leavings;
    }

    /**
     * Destroys these items of one agency. One that was destroyed before, or is not as we wrote it, is passed over.
     *
     * @return those that were there
     */
    List<DueItem> destroy(ProposedItems list, AgencyId owner, Instant at) {
        var there = list.items().stream()
                .filter(each -> kept.destroy(each.item(), owner, at))
                .toList();
        store.flush();
        for (var each : there) {
            OF_ITEM.forEach(sql -> Rows.change(store, sql, each.item().value()));
            linkage.remove(each.item().value());
        }
        there.stream()
                .map(DueItem::dossier)
                .distinct()
                .filter(dossier -> kept.in(dossier, owner).isEmpty())
                .forEach(dossier -> forget(dossier, owner, at));
        return there;
    }

    private void forget(CaseFileId dossier, AgencyId owner, Instant at) {
        OF_DOSSIER.forEach(sql -> Rows.change(store, sql, dossier.value(), owner.value()));
        leavings.forEach(each -> each.forget(dossier, owner, at));
    }

    /** The agencies that accepted something of these dossiers, now or before, to be told. */
    List<Recipient> recipients(ProposedItems list, AgencyId owner) {
        return list.dossiers().stream()
                .flatMap(dossier -> recipientsIn(dossier, owner).stream().map(agency -> new Recipient(dossier, agency)))
                .toList();
    }

    /** Somebody to whom something was given. */
    record Recipient(CaseFileId dossier, AgencyId agency) {}

    private List<AgencyId> recipientsIn(CaseFileId dossier, AgencyId owner) {
        List<?> rows = store.createNativeQuery(
                        "select distinct recipient from share where case_id = ? and giver = ? and state in ('ACCEPTED', 'ENDED')")
                .setParameter(1, dossier.value().toString())
                .setParameter(2, owner.value().toString())
                .getResultList();
        return rows.stream()
                .map(id -> new AgencyId(UUID.fromString(id.toString())))
                .toList();
    }
}
