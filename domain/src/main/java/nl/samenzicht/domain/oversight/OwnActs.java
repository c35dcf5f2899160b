package nl.samenzicht.domain.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.ledger.LogPosition;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.oversight.AgencyLog;

/** Reads what an agency's own people did, under a grant for reading its log. */
@ApplicationScoped
public class OwnActs {
    private static final int BATCH = 1_000;

    private final AgencyLog log;

    protected OwnActs() {
        this(null);
    }

    @Inject
    public OwnActs(AgencyLog log) {
        this.log = log;
    }

    /**
     * The lines of a period, the earliest first.
     *
     * @param most how many are read; of more, the latest
     */
    List<LoggedEntry> between(AccessGrant grant, Instant from, Instant until, int most) {
        var lines = new ArrayList<LoggedEntry>();
        each(grant, from, until, line -> {
            lines.add(line);
            return lines.size() < most;
        });
        Collections.reverse(lines);
        return lines;
    }

    /**
     * Shows each line of a period, the latest first, without holding them all.
     *
     * @param act tells whether to go on
     */
    void each(AccessGrant grant, Instant from, Instant until, Predicate<LoggedEntry> act) {
        var filter = LogFilter.where()
                .agency(grant.who().agency())
                .from(from)
                .until(until)
                .build();
        Optional<LogPosition> after = Optional.empty();
        while (true) {
            var page = log.page(grant, filter, after, BATCH);
            for (var line : page) {
                if (!act.test(line)) {
                    return;
                }
            }
            if (page.size() < BATCH) {
                return;
            }
            after = Optional.of(page.get(page.size() - 1).place());
        }
    }
}
