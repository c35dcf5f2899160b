package nl.samenzicht.domain.breach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.officer.AgencyCases;
import nl.samenzicht.domain.officer.Disclosing;
import nl.samenzicht.domain.officer.LogNames;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LifeCycle;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.oversight.AgencyLog;
import nl.samenzicht.security.policy.DataCategory;

/**
 * Counts from the log which persons, cases and items of an agency a breach touches: what was read or left in lines that were
 * admitted. A line without items, such as a look at the card of a case, counts for the agency whose people did it or whose data
 * it concerned.
 */
@ApplicationScoped
public class AffectedLines {
    private final AgencyLog log;
    private final AgencyCases cases;
    private final LogNames logNames;

    protected AffectedLines() {
        this(null, null, null);
    }

    @Inject
    public AffectedLines(AgencyLog log, AgencyCases cases, LogNames logNames) {
        this.log = log;
        this.cases = cases;
        this.logNames = logNames;
    }

    /**
     * Counts the lines that a question is about.
     *
     * @param grant to read the log of the agency
     * @throws NotPossible when no case with the number concerns the agency
     */
    Affected count(AccessGrant grant, AffectedQuestion asked) {
        var counting = new Counting(grant.who().agency(), logNames.of(grant));
        var filter = filter(grant, asked);
        if (asked.lines().isEmpty()) {
            log.reading(grant).forEach(filter, counting::add);
        } else {
            asked.lines()
                    .forEach(code -> log.page(grant, filter.but().code(code).build(), Optional.empty(), 1)
                            .forEach(counting::add));
        }
        return counting.result();
    }

    private LogFilter filter(AccessGrant grant, AffectedQuestion asked) {
        return LogFilter.where()
                .outcome(Outcome.PERMITTED)
                .professional(asked.professional().orElse(null))
                .caseId(asked.caseNumber()
                        .map(number -> cases.known(grant, number)
                                .map(CaseFileId::value)
                                .orElseThrow(() -> new NotPossible("rights.error.no-case")))
                        .orElse(null))
                .from(asked.from().orElse(null))
                .until(asked.until().orElse(null))
                .build();
    }

    private static final class Counting {
        private final AgencyId own;
        private final LogNames.Names names;
        private final Set<UUID> persons = new HashSet<>();
        private final Set<UUID> records = new HashSet<>();
        private final Set<String> caseNumbers = new TreeSet<>();
        private final Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        private final Set<AgencyId> others = new HashSet<>();
        private int lines;

        private Counting(AgencyId own, LogNames.Names names) {
            this.own = own;
            this.names = names;
        }

        private void add(LoggedEntry entry) {
            var event = entry.event();
            if (event.caseId() == null || !tells(event)) {
                return;
            }
            event.items().stream()
                    .map(item -> item.owner())
                    .filter(owner -> !owner.equals(own))
                    .forEach(others::add);
            if (touchesOwn(entry)) {
                lines++;
                addOwn(event);
            }
        }

        private static boolean tells(LedgerEvent event) {
            return event.lifeCycle() == LifeCycle.READ
                    || Disclosing.manner(event).isPresent();
        }

        private boolean touchesOwn(LoggedEntry entry) {
            var items = entry.event().items();
            return items.isEmpty()
                    ? entry.actor() || entry.holder()
                    : items.stream().anyMatch(item -> item.owner().equals(own));
        }

        private void addOwn(LedgerEvent event) {
            if (event.personId() != null) {
                persons.add(event.personId());
            }
            event.items().stream().filter(item -> item.owner().equals(own)).forEach(item -> records.add(item.item()));
            names.caseName(event.caseId()).map(CaseName::number).ifPresent(caseNumbers::add);
            Optional.ofNullable(event.category()).map(DataCategory::valueOf).ifPresent(categories::add);
        }

        private Affected result() {
            return new Affected(
                    lines, persons.size(), records.size(), caseNumbers.stream().toList(), categories, others);
        }
    }
}
