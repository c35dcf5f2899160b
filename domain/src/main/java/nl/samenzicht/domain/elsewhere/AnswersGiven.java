package nl.samenzicht.domain.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.policy.Action;

/** What the people of an agency were answered when they asked others, for its officer: who and when, never about whom. */
@ApplicationScoped
public class AnswersGiven {

    private final AccessGate gate;
    private final EntityManager store;
    private final Sealer sealer;
    private final RowMac macs;

    protected AnswersGiven() {
        this(null, null, null, null);
    }

    @Inject
    public AnswersGiven(AccessGate gate, @Casework EntityManager store, Sealer sealer, RowMac macs) {
        this.gate = gate;
        this.store = store;
        this.sealer = sealer;
        this.macs = macs;
    }

    /** One answer. */
    public record Given(ProfessionalId asker, Instant at, Answer answer) {}

    /**
     * The answers since a moment to people of the agency of the grant, the earliest first.
     *
     * @throws IllegalStateException when the grant is not for reading the log, or of another transaction
     */
    public List<Given> since(AccessGrant grant, Instant from) {
        gate.check(grant, Action.VIEW_LOG);
        return store
                .createQuery(
                        "select q from KnownQuestion q where q.asker = :agency and q.askedAt >= :from order by q.askedAt",
                        KnownQuestion.class)
                .setParameter("agency", grant.who().agency())
                .setParameter("from", from)
                .getResultList()
                .stream()
                .filter(question -> question.sound(macs))
                .map(question -> new Given(
                        question.askerProfessional(),
                        question.askedAt(),
                        KnownElsewhereService.opened(sealer, question.id(), question.sealedAnswer())))
                .toList();
    }
}
