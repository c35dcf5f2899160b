package nl.samenzicht.domain.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.store.Passing;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.Acts;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LifeCycle;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * Puts the numbers of new rows in the books of each agency in the log, so that one that is taken away is missed. The line of the
 * act itself cannot do that: it is written before the row, and the act may still fail. Here a row is named once it is there for good,
 * and a line without its row is a finding. Rows that the product takes away again ({@link Passing}) are left out.
 *
 * <p>What was deleted before it was named is not missed. Two nodes may name a row twice, which changes nothing.
 */
@ApplicationScoped
public class BookLines {

    /** The job under which the log names what the system does here. */
    static final String JOB = "KEEPING_BOOKS";

    private static final String BOOK = "book:";
    private static final int IN_ONE_LINE = 200;

    private final PrivacyBooks books;
    private final Acts acts;
    private final Directory directory;
    private final AuditLedger ledger;
    private final Clock clock;

    /** What was seen last, and so is in the log, also while its lines wait for their place in the tree. */
    private Set<Seen> seen = Set.of();

    /** For CDI, which needs it to make a proxy. */
    protected BookLines() {
        this(null, null, null, null, null);
    }

    @Inject
    public BookLines(PrivacyBooks books, Acts acts, Directory directory, AuditLedger ledger, Clock clock) {
        this.books = books;
        this.acts = acts;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Seen(AgencyId agency, UUID row) {}

    /**
     * Names each row made since a moment that the log does not name yet. One table of one agency makes a line, or several when
     * there are many rows.
     *
     * @return how many lines were written
     */
    @Transactional
    public synchronized int write(Instant since) {
        var after = TimeOrderedId.firstAt(since);
        var now = new HashSet<Seen>();
        int lines = 0;
        if (books.anyAfter(after)) {
            for (var agency :
                    directory.activeAgencies().stream().map(AgencyCard::id).toList()) {
                for (var book : books.lasting(agency, after).entrySet()) {
                    book.getValue().forEach(row -> now.add(new Seen(agency, row)));
                    lines += write(agency, book.getKey(), unnamed(agency, book.getValue()));
                }
            }
        }
        seen = now;
        return lines;
    }

    private List<UUID> unnamed(AgencyId agency, List<UUID> rows) {
        var fresh = new ArrayList<>(rows);
        fresh.removeIf(row -> seen.contains(new Seen(agency, row)));
        fresh.removeAll(acts.named(agency, Action.KEEP_BOOKS.name(), fresh));
        return fresh;
    }

    private int write(AgencyId agency, String table, List<UUID> rows) {
        int lines = 0;
        for (int from = 0; from < rows.size(); from += IN_ONE_LINE) {
            var part = rows.subList(from, Math.min(from + IN_ONE_LINE, rows.size()));
            ledger.append(LedgerEvent.of(clock.instant(), Action.KEEP_BOOKS.name(), Actor.job(JOB, agency))
                    .outcome(Outcome.PERMITTED)
                    .lifeCycle(LifeCycle.EXECUTE)
                    .purpose(Purpose.OVERSIGHT.name())
                    .category(DataCategory.LOG.name())
                    .holder(agency)
                    .items(part.stream()
                            .map(row -> new ItemRef(row, ItemRef.NO_VERSION, agency))
                            .toList())
                    .rules(List.of(BOOK + table))
                    .build());
            lines++;
        }
        return lines;
    }

    /** Of which table the rows are that a line names. */
    static String tableOf(LedgerEvent line) {
        return line.rules().stream()
                .filter(rule -> rule.startsWith(BOOK))
                .map(rule -> rule.substring(BOOK.length()))
                .findFirst()
                .orElse("–");
    }
}
