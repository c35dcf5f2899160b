package nl.samenzicht.domain.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.security.directory.ActingProfessional;

/**
 * How often may be asked, by one professional and by one agency: the table {@code question_limit}. Hours are counted in fixed
 * stretches since 1970. Whoever would ask at once waits for the other, so that no two of them pass the same last place.
 */
@ApplicationScoped
public class QuestionLimits {

    private final EntityManager store;

    protected QuestionLimits() {
        this(null);
    }

    @Inject
    public QuestionLimits(@Casework EntityManager store) {
        this.store = store;
    }

    private record Limit(String scope, int hours, int most) {
        Instant since(Instant at) {
            long length = Duration.ofHours(hours).toSeconds();
            return Instant.ofEpochSecond(at.getEpochSecond() / length * length);
        }

        UUID of(ActingProfessional who) {
            return scope.equals("AGENCY")
                    ? who.agency().value()
                    : who.professional().value();
        }
    }

    /** Counts a question of somebody; undone with the transaction when it is refused. */
    void count(ActingProfessional who, Instant at) {
        for (var limit : limits()) {
            store.createNativeQuery("insert into question_use (scope, asker, hours, since, asked) values (?,?,?,?,1)"
                            + " on duplicate key update asked = asked + 1")
                    .setParameter(1, limit.scope())
                    .setParameter(2, limit.of(who).toString())
                    .setParameter(3, limit.hours())
                    .setParameter(4, InstantConverter.column(limit.since(at)))
                    .executeUpdate();
        }
    }

    /** Whether more was asked than may be, with the question that was counted last. */
    public boolean passed(ActingProfessional who, Instant at) {
        return limits().stream().anyMatch(limit -> asked(limit, who, at) > limit.most());
    }

    private int asked(Limit limit, ActingProfessional who, Instant at) {
        return store
                .createNativeQuery(
                        "select asked from question_use where scope = ? and asker = ? and hours = ? and since = ?")
                .setParameter(1, limit.scope())
                .setParameter(2, limit.of(who).toString())
                .setParameter(3, limit.hours())
                .setParameter(4, InstantConverter.column(limit.since(at)))
                .getResultList()
                .stream()
                .mapToInt(count -> ((Number) count).intValue())
                .findFirst()
                .orElse(0);
    }

    @SuppressWarnings("unchecked")
    private List<Limit> limits() {
        List<Object[]> rows = store.createNativeQuery(
                        "select scope, hours, most from question_limit order by scope desc, hours")
                .getResultList();
        return rows.stream()
                .map(row -> new Limit((String) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).intValue()))
                .toList();
    }
}
