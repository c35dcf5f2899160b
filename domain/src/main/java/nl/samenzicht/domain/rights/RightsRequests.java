package nl.samenzicht.domain.rights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.HeldRestrictions;
import nl.samenzicht.domain.casefile.ItemHeader;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.DataCategory;

/** All requests, what was done about them, and who was told. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
public class RightsRequests implements HeldRestrictions {
    private final EntityManager store;
    private final PersonDossiers dossiers;
    private final RowMac macs;

    protected RightsRequests() {
        this(null, null, null);
    }

    @Inject
    public RightsRequests(@Casework EntityManager store, PersonDossiers dossiers, RowMac macs) {
        this.store = store;
        this.dossiers = dossiers;
        this.macs = macs;
    }

    /** A request with what was done about it, the first first. */
    record File(RightsRequest request, List<RequestAct> acts) {
        /** How it stands. */
        Handling handling() {
            var handling = request.received();
            for (var act : acts) {
                handling = handling.after(act.step(), act.decision(), act.doneAt());
            }
            return handling;
        }

        /** The categories that it takes effect on when it is granted: what was asked about, without what is withheld. */
        Set<DataCategory> affected() {
            var withheld = last(HandlingStep.DECIDE).map(RequestAct::categories).orElse(Set.of());
            return last(HandlingStep.SCOPE).map(RequestAct::categories).orElse(Set.of()).stream()
                    .filter(each -> !withheld.contains(each))
                    .collect(toSet());
        }

        /** The last of such a step. */
        Optional<RequestAct> last(HandlingStep step) {
            return acts.stream().filter(act -> act.step() == step).reduce((before, after) -> after);
        }
    }

    /** The requests of an agency, the newest first. */
    List<File> of(AgencyId agency) {
        var requests = store
                .createQuery(
                        "select r from RightsRequest r where r.agency = :agency order by r.recordedAt desc, r.id desc",
                        RightsRequest.class)
                .setParameter("agency", agency)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs))
                .toList();
        var acts = acts(requests.stream().map(RightsRequest::id).toList());
        return requests.stream()
                .map(request -> new File(request, acts.getOrDefault(request.id(), List.of())))
                .toList();
    }

    /** The cases and signals that the requests of an agency are about for which somebody still waits. */
    public List<CaseFileId> openOf(AgencyId agency) {
        return of(agency).stream()
                .filter(file -> !file.handling().state().isClosed())
                .flatMap(file -> dossiers(file).stream())
                .distinct()
                .toList();
    }

    /** All cases and signals about the person who asks; none when nothing is known of them. */
    List<CaseFileId> dossiers(File file) {
        return file.request().caseFile().map(dossiers::about).orElse(List.of());
    }

    /** One request of an agency, by its number. */
    Optional<File> find(AgencyId agency, String number) {
        return store
                .createQuery(
                        "select r from RightsRequest r where r.agency = :agency and r.number = :number",
                        RightsRequest.class)
                .setParameter("agency", agency)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs))
                .findFirst()
                .map(request -> new File(request, acts(List.of(request.id())).getOrDefault(request.id(), List.of())));
    }

    /** The steps of each, up to the first that is missing or was not written by us: nothing after it can be believed. */
    private Map<UUID, List<RequestAct>> acts(List<UUID> requests) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        var rows = store
                .createQuery(
                        "select a from RequestAct a where a.request in :requests order by a.request, a.serial",
                        RequestAct.class)
                .setParameter("requests", requests)
                .getResultList()
                .stream()
                .collect(groupingBy(RequestAct::request));
        return rows.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> believed(entry.getValue())));
    }

    private List<RequestAct> believed(List<RequestAct> rows) {
        int good = 0;
        while (good < rows.size()
                && rows.get(good).sound(macs)
                && rows.get(good).serial() == good + 1) {
            good++;
        }
        return rows.subList(0, good);
    }

    @Override
    public boolean byRequest(ItemHeader item) {
        return of(item.owner()).stream()
                .filter(file -> file.handling().restricts() && file.affected().contains(item.category()))
                .anyMatch(file -> dossiers(file).contains(item.caseFile()));
    }

    /** A number for a new request, such as {@code VB-000042}. */
    String nextNumber() {
        var next = (Number) store.createNativeQuery("select next value for rights_request_number")
                .getSingleResult();
        return "VB-%06d".formatted(next.longValue());
    }

    void add(RightsRequest request) {
        store.persist(request.sign(macs));
    }

    void add(RequestAct act) {
        store.persist(act.sign(macs));
        store.flush();
    }

    void add(RecipientNotice notice) {
        store.persist(notice.sign(macs));
    }

    void changed(RecipientNotice notice) {
        notice.sign(macs);
    }

    /** Who was told of a request, or that a consent was withdrawn, the first first. */
    List<RecipientNotice> toldOf(UUID about) {
        return notices("n.about = :of order by n.toldAt, n.id", about);
    }

    /** What an agency was told, the newest first. */
    List<RecipientNotice> toldTo(AgencyId recipient) {
        return notices("n.recipient = :of order by n.toldAt desc, n.id desc", recipient);
    }

    private List<RecipientNotice> notices(String which, Object of) {
        return store
                .createQuery("select n from RecipientNotice n where " + which, RecipientNotice.class)
                .setParameter("of", of)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs))
                .toList();
    }

    /** One that an agency was told. */
    Optional<RecipientNotice> toldTo(AgencyId recipient, UUID id) {
        return Optional.ofNullable(store.find(RecipientNotice.class, id))
                .filter(row -> row.recipient().equals(recipient) && row.sound(macs));
    }
}
