package nl.samenzicht.security.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Tells people what they should know of, inside the product. Nothing is mailed, and a notice never holds a name or
 * content: only what happened and the number of what it is about.
 */
@ApplicationScoped
@Transactional
public class Notices {
    private static final Pattern KIND = Pattern.compile("[a-z-]+(\\.[a-z-]+)+");
    private static final int MOST = 200;

    @PersistenceContext(unitName = "directory")
    private EntityManager entities;

    private final Clock clock;

    protected Notices() {
        this(null);
    }

    @Inject
    Notices(Clock clock) {
        this.clock = clock;
    }

    /** Tells everybody who holds this function at the agency. */
    public void tell(AgencyId agency, Function function, String kind, UUID about) {
        entities.persist(new Notice(agency, function, null, checked(kind), about, clock.instant()));
    }

    /** Tells everybody at the agency whose function reads content. */
    public void tellReaders(AgencyId agency, String kind, UUID about) {
        for (var function : Function.values()) {
            if (function.readsContent()) {
                tell(agency, function, kind, about);
            }
        }
    }

    /** Tells one professional, whatever function they work under. */
    public void tell(AgencyId agency, ProfessionalId professional, String kind, UUID about) {
        entities.persist(new Notice(agency, null, professional, checked(kind), about, clock.instant()));
    }

    /**
     * Writes a notice of this kind that nobody will see: where telling somebody must cost no more than telling nobody.
     *
     * @param asker who had it written; it counts as read by them
     */
    public void tellNobody(ActingProfessional asker, String kind, UUID about) {
        var notice = new Notice(asker.agency(), null, asker.professional(), checked(kind), about, clock.instant());
        notice.read(asker.professional(), clock.instant());
        entities.persist(notice);
    }

    /** Returns what is new for somebody in the function they work under, newest first, at most 200. */
    public List<NoticeCard> unread(ActingProfessional who) {
        return entities.createQuery(
                        "select n from Notice n where n.toAgency = :agency and n.readAt is null and (n.toProfessional ="
                                + " :me or (n.toProfessional is null and n.toFunction = :function)) order by n.at desc",
                        Notice.class)
                .setParameter("agency", who.agency())
                .setParameter("me", who.professional())
                .setParameter("function", who.function())
                .setMaxResults(MOST)
                .getResultStream()
                .map(Notice::card)
                .toList();
    }

    /** Marks a notice as read; does nothing when it is not for this person. */
    public void read(ActingProfessional who, UUID id) {
        var notice = entities.find(Notice.class, id);
        if (notice != null && notice.isFor(who)) {
            notice.read(who.professional(), clock.instant());
        }
    }

    /**
     * Returns a kind of notice as it was given.
     *
     * @throws IllegalArgumentException when it is not of the form {@code feature.what-happened}
     */
    protected static String checked(String kind) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("notice kind '" + kind + "' is not like 'feature.what-happened'");
        }
        return kind;
    }
}
