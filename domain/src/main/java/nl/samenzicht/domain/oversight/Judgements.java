package nl.samenzicht.domain.oversight;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Purpose;

/** All judgements of accesses. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
public class Judgements {

    /** The shortest note that is accepted, in characters. */
    public static final int SHORTEST_NOTE = 20;

    /** The longest one. */
    public static final int LONGEST_NOTE = 2_000;

    private final AccessGate gate;
    private final EntityManager store;
    private final Directory directory;
    private final Sealer sealer;
    private final RowMac macs;
    private final Clock clock;

    protected Judgements() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Judgements(
            AccessGate gate,
            @Casework EntityManager store,
            Directory directory,
            Sealer sealer,
            RowMac macs,
            Clock clock) {
        this.gate = gate;
        this.store = store;
        this.directory = directory;
        this.sealer = sealer;
        this.macs = macs;
        this.clock = clock;
    }

    /** Whether somebody may judge accesses at their agency. */
    boolean mayJudge(ActingProfessional who) {
        return gate.wouldAdmit(request(who));
    }

    /** The judgements of an agency's alerts or samples, by the number of what they are about, the last one first. */
    Map<UUID, List<Judgement>> of(AgencyId agency, Collection<UUID> about) {
        if (about.isEmpty()) {
            return Map.of();
        }
        return store
                .createQuery(
                        "select j from Judgement j where j.agency = :agency and j.about in :about"
                                + " order by j.judgedAt desc, j.id desc",
                        Judgement.class)
                .setParameter("agency", agency)
                .setParameter("about", about)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs))
                .collect(groupingBy(Judgement::about));
    }

    Judged view(Judgement judgement) {
        return new Judged(
                judgement.verdict(),
                judgement.note(sealer),
                directory.professional(judgement.judgedBy()).displayName(),
                judgement.judgedAt());
    }

    /**
     * Records a judgement, by somebody else than whose acts are judged.
     *
     * @throws NotPossible when the note is too short or too long, or it is about the judge
     */
    EntryCode judge(
            ActingProfessional who,
            UUID about,
            Optional<EntryCode> line,
            Collection<ProfessionalId> people,
            Verdict verdict,
            String note) {
        var words = note == null ? "" : note.strip();
        if (words.length() < SHORTEST_NOTE || words.length() > LONGEST_NOTE) {
            throw new NotPossible("judgement.error.note", SHORTEST_NOTE, LONGEST_NOTE);
        }
        var of = line.map(EntryCode::value).orElseGet(about::toString);
        var grant = admit(who, "%s: %s: %s".formatted(of, verdict, words));
        if (people.contains(who.professional())) {
            throw new NotPossible("judgement.error.own");
        }
        store.persist(new Judgement(who, about, line, verdict, words, grant.at(), sealer).sign(macs));
        return grant.entry().code();
    }

    /** Admits an act of judging, such as drawing what will be judged. */
    AccessGrant admit(ActingProfessional who, String why) {
        return gate.admit(request(who).because(why));
    }

    private AccessRequest request(ActingProfessional who) {
        return AccessRequest.ofLog(who, Action.JUDGE_ACCESS, Purpose.OVERSIGHT, clock.instant());
    }
}
