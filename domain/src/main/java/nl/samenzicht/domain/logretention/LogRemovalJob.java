package nl.samenzicht.domain.logretention;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.LogRemovals;
import nl.samenzicht.security.ledger.LogRemovals.Order;
import nl.samenzicht.security.ledger.LogRemovals.Removed;

/**
 * Carries out what two people agreed on, fourteen days later and once nothing needs the lines any more. Each step is a
 * transaction of its own, and the removal itself is in none: whoever stops in between goes on there.
 */
@ApplicationScoped
public class LogRemovalJob {
    private final LogRemovalBook book;
    private final LogRemovals log;
    private final LogNeeds needs;
    private final Directory directory;
    private final Notices notices;
    private final Sealer sealer;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected LogRemovalJob() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public LogRemovalJob(
            LogRemovalBook book,
            LogRemovals log,
            LogNeeds needs,
            Directory directory,
            Notices notices,
            Sealer sealer,
            Clock clock) {
        this.book = book;
        this.log = log;
        this.needs = needs;
        this.directory = directory;
        this.notices = notices;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Those whose time to object has passed, oldest first. */
    @Transactional
    public List<UUID> ripe() {
        return book.in(EnumSet.of(LogRemovalState.APPROVED)).stream()
                .filter(each -> each.mayBeginAt(clock.instant()))
                .map(LogRemoval::id)
                .toList();
    }

    /** Lets one begin that nothing holds up; from here on nobody can object. */
    @Transactional
    public void begin(UUID id) {
        book.forChange(id)
                .filter(each -> each.mayBeginAt(clock.instant()))
                .filter(each -> needs.of(each.due(), clock.instant()).none())
                .ifPresent(each -> {
                    each.begin();
                    book.changed(each);
                });
    }

    /** What is being carried out. */
    @Transactional
    public List<Order> begun() {
        return book.in(EnumSet.of(LogRemovalState.BEGUN)).stream()
                .map(this::order)
                .toList();
    }

    private Order order(LogRemoval each) {
        return new Order(
                each.id(),
                each.due(),
                each.termMonths(),
                each.agency(),
                each.proposedBy(),
                each.decidedBy().orElseThrow(),
                new String(sealer.open(LogRetentionService.place(each.id()), each.sealedWhy()), UTF_8),
                agencies());
    }

    private List<AgencyId> agencies() {
        return directory.activeAgencies().stream().map(AgencyCard::id).toList();
    }

    /**
     * Removes, outside any transaction.
     *
     * @return how it ended; empty when it goes on in the next round
     */
    public Optional<LogRemovalState> remove(Order order) {
        if (!log.possible()) {
            return Optional.empty();
        }
        try {
            if (!log.begin(order)) {
                return Optional.empty();
            }
        } catch (CannotBeDone notAnyMore) {
            return Optional.of(LogRemovalState.STOPPED);
        }
        log.finish();
        return log.removed().stream()
                        .filter(each -> each.id().equals(order.id()))
                        .anyMatch(Removed::over)
                ? Optional.of(LogRemovalState.REMOVED)
                : Optional.empty();
    }

    /** Writes down how it ended, and tells the people of the platform and every privacy officer. */
    @Transactional
    public void ended(UUID id, LogRemovalState how) {
        book.forChange(id).filter(each -> each.state() == LogRemovalState.BEGUN).ifPresent(each -> {
            if (how == LogRemovalState.REMOVED) {
                each.removed(clock.instant());
            } else {
                each.stop(clock.instant());
            }
            book.changed(each);
            var kind = how == LogRemovalState.REMOVED ? "log-retention.removed" : "log-retention.stopped";
            notices.tell(each.agency(), Function.PLATFORM_ADMINISTRATOR, kind, id);
            notices.tell(each.agency(), Function.MANAGER, kind, id);
            agencies().forEach(agency -> notices.tell(agency, Function.PRIVACY_OFFICER, kind, id));
        });
    }

    /** Takes back rights that the account for removing should not hold; only when nothing is being carried out. */
    public void lock() {
        log.lock(agencies());
    }
}
