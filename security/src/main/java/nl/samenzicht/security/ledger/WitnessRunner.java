package nl.samenzicht.security.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.samenzicht.security.database.DatabaseReady;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Membership;
import nl.samenzicht.security.directory.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each node ask the witnesses twice a minute; what one node kept, another does not keep again. Privacy officers of every
 * agency are told of what alarms, by each node that sees it.
 */
@ApplicationScoped
class WitnessRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessRunner.class);
    private static final long FIRST_SECONDS = 5;
    private static final long PAUSE_SECONDS = 30;

    private final Witnesses witnesses;
    private final Membership membership;
    private final Notices notices;
    private final WitnessAlarms alarms = new WitnessAlarms();

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> rounds;

    /** For CDI, which needs it to make a proxy. */
    protected WitnessRunner() {
        this(null, null, null);
    }

    @Inject
    WitnessRunner(Witnesses witnesses, Membership membership, Notices notices) {
        this.witnesses = witnesses;
        this.membership = membership;
        this.notices = notices;
    }

    void begin(@Observes @Priority(2100) DatabaseReady ready) {
        if (!witnesses.keys().isEmpty()) {
            rounds = executor.scheduleWithFixedDelay(this::round, FIRST_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void round() {
        try {
            witnesses.round();
            alarms.toTell(witnesses.standings(), Instant.now()).forEach(this::tell);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("What the witnesses say could not be kept; trying again: {}", e.getMessage());
        }
    }

    private void tell(WitnessStanding standing) {
        LOG.warn("The witness {} stands as {}", standing.key().name(), standing.state());
        var about = UUID.nameUUIDFromBytes(standing.key().written().getBytes(UTF_8));
        membership
                .agencies()
                .forEach(each -> notices.tell(each.agency().id(), Function.PRIVACY_OFFICER, "witness.alarm", about));
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(true);
        }
    }
}
