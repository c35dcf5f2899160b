package nl.samenzicht.security.oversight;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.RunningTransaction;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.ledger.LedgerBundle;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LedgerLines;
import nl.samenzicht.security.ledger.LedgerLines.Gone;
import nl.samenzicht.security.ledger.LogCount;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.ledger.LogPosition;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.verifier.Manifest;

/** The log of the agency for which a grant was given. */
@Singleton
public class AgencyLog {
    private static final int BATCH = 500;
    private static final Set<Action> READING = Set.of(Action.VIEW_LOG, Action.EXPORT_LOG);

    private final LedgerLines lines;
    private final LedgerBundle bundle;
    private final RunningTransaction transaction;

    @Inject
    public AgencyLog(LedgerLines lines, LedgerBundle bundle, RunningTransaction transaction) {
        this.lines = lines;
        this.bundle = bundle;
        this.transaction = transaction;
    }

    /** A bundle of the log for which a grant was given, written once. */
    @FunctionalInterface
    public interface Bundle {
        /**
         * Writes it, and returns what it says of itself.
         *
         * @throws IOException when the reader is gone
         * @throws IllegalStateException when it was written before
         */
        Manifest writeTo(OutputStream out) throws IOException;
    }

    /**
     * The log as a bundle that others can check, to be written after the transaction of the grant: it may take long, and the
     * reader may be slow. It has in full what {@link #page} shows in full of the acts of the agency's own people.
     *
     * @throws IllegalStateException when the grant is not for exporting the log, or of another transaction
     */
    public Bundle bundle(AccessGrant grant) {
        var agency = agencyOf(grant, Action.EXPORT_LOG);
        var type = grant.who().agencyType();
        var written = new AtomicBoolean();
        return out -> {
            if (written.getAndSet(true)) {
                throw new IllegalStateException("This bundle was written before; each is asked for anew");
            }
            return bundle.write(out, agency, entry -> isWhole(agency, type, entry));
        };
    }

    /**
     * Whether an agency may read all of a line. A refusal that was told as 'nothing here' stays closed whatever lies behind
     * it, so that what is left out says no more than what was told.
     */
    static boolean isWhole(AgencyId agency, AgencyType type, LoggedEntry entry) {
        return entry.actor()
                && !Reason.NOTHING_HERE.name().equals(entry.event().reasonTold())
                && asSeenBy(agency, type, entry).equals(entry);
    }

    /**
     * One page of the log of the grant's agency, newest first.
     *
     * @throws IllegalStateException when the grant is not for reading or exporting the log, or of another transaction
     */
    public List<LoggedEntry> page(AccessGrant grant, LogFilter filter, Optional<LogPosition> after, int limit) {
        var agency = agencyOf(grant);
        var type = grant.who().agencyType();
        return seen(agency, type, filter, lines.page(agency, filter, after, limit));
    }

    private static List<LoggedEntry> seen(AgencyId agency, AgencyType type, LogFilter filter, List<LoggedEntry> found) {
        return found.stream()
                // asking for a person by number must not tell what the line itself does not
                .filter(entry -> filter.professional().isEmpty() || !policeOfAnother(type, entry))
                .map(entry -> asSeenBy(agency, type, entry))
                .toList();
    }

    /** The log for which a grant was given, part by part, newest first. */
    public interface Reading {
        /**
         * Some of the lines that a filter lets through, each as {@link #page} shows it.
         *
         * @param after where the part before ended; empty for the first
         * @param most how many lines to look at
         * @throws nl.samenzicht.security.ledger.LedgerUnavailable when the ledger cannot be read
         */
        Part part(LogFilter filter, Optional<LogPosition> after, int most);

        /** What was typed with an act, as {@link AgencyLog#typed} shows it. */
        Optional<String> typed(LoggedEntry entry);

        /** Gives each line that a filter lets through; never all of them are in memory. */
        default void forEach(LogFilter filter, Consumer<LoggedEntry> each) {
            Optional<LogPosition> after = Optional.empty();
            do {
                var part = part(filter, after, BATCH);
                part.lines().forEach(each);
                after = part.next();
            } while (after.isPresent());
        }
    }

    /**
     * A part of the log.
     *
     * @param lines what may be shown of it; may be fewer than were looked at, or none
     * @param next where the next part goes on; empty when this is the last
     */
    public record Part(List<LoggedEntry> lines, Optional<LogPosition> next) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The log, to be read also after the transaction of the grant: taking it out may take long, and the reader may be slow.
     *
     * @throws IllegalStateException when the grant is not for reading or exporting the log, or of another transaction
     */
    public Reading reading(AccessGrant grant) {
        var agency = agencyOf(grant);
        var type = grant.who().agencyType();
        return new Reading() {
            @Override
            public Part part(LogFilter filter, Optional<LogPosition> after, int most) {
                var found = lines.page(agency, filter, after, most);
                Optional<LogPosition> next = found.size() < most
                        ? Optional.empty()
                        : Optional.of(found.get(most - 1).place());
                return new Part(seen(agency, type, filter, found), next);
            }

            @Override
            public Optional<String> typed(LoggedEntry entry) {
                return AgencyLog.this.typed(type, entry);
            }
        };
    }

    /**
     * Counts the acts of the own people of the grant's agency in a period.
     *
     * @param until the first moment that does not count any more
     * @throws IllegalStateException when the grant is not for reading or exporting the log, or of another transaction
     */
    public List<LogCount> counts(AccessGrant grant, Instant from, Instant until) {
        return lines.counts(agencyOf(grant), from, until);
    }

    /** What of the log is gone after its term; empty when nothing ever was removed. */
    public Optional<Gone> gone(AccessGrant grant) {
        agencyOf(grant);
        return lines.gone();
    }

    /** One line by its code, when it concerns the grant's agency. */
    public Optional<LoggedEntry> line(AccessGrant grant, EntryCode code) {
        return page(grant, LogFilter.where().code(code).build(), Optional.empty(), 1).stream()
                .findFirst();
    }

    /**
     * What was typed with an act: a search text, a reason. Only the agency whose people typed it and the agencies whose data
     * was concerned may read it; of an act under the police regime, only the police.
     */
    public Optional<String> typed(AccessGrant grant, LoggedEntry entry) {
        agencyOf(grant);
        return typed(grant.who().agencyType(), entry);
    }

    private Optional<String> typed(AgencyType viewer, LoggedEntry entry) {
        var readable = entry.actor() || (entry.holder() && !policeOfAnother(viewer, entry) && !keptFrom(entry));
        return readable ? lines.typed(entry.id()) : Optional.empty();
    }

    private AgencyId agencyOf(AccessGrant grant, Action wanted) {
        if (grant.action() != wanted) {
            throw new IllegalStateException(
                    "Grant %s is for '%s', not for '%s'".formatted(grant.entry().code(), grant.action(), wanted));
        }
        return agencyOf(grant);
    }

    private AgencyId agencyOf(AccessGrant grant) {
        if (!READING.contains(grant.action())) {
            throw new IllegalStateException("Grant %s is for '%s', not for reading the log"
                    .formatted(grant.entry().code(), grant.action()));
        }
        grant.usedFor(grant.action(), transaction.key());
        return grant.who().agency();
    }

    /** What this agency's officer sees of an entry. */
    static LoggedEntry asSeenBy(AgencyId agency, AgencyType type, LoggedEntry entry) {
        var event = entry.event();
        if (keptFrom(entry)) {
            return entry.with(onlyWhatWasTold(event, agency));
        }
        if (policeOfAnother(type, entry)) {
            return entry.with(withoutPerson(event, agency));
        }
        return entry.actor() ? entry : entry.with(withoutDesk(event));
    }

    /** A refusal whose true reason was not told, seen by those to whom it was not told. */
    private static boolean keptFrom(LoggedEntry entry) {
        var event = entry.event();
        return event.outcome() == Outcome.REFUSED
                && !entry.holder()
                && event.reasonTrue() != null
                && !event.reasonTrue().equals(event.reasonTold());
    }

    private static boolean policeOfAnother(AgencyType viewer, LoggedEntry entry) {
        return !entry.actor() && entry.event().regime() == Regime.WPG && Regime.of(viewer) != Regime.WPG;
    }

    private static LedgerEvent onlyWhatWasTold(LedgerEvent event, AgencyId agency) {
        return common(event, event.actor())
                .holders(event.holders().stream().filter(agency::equals).toList())
                .rulebook(event.rulebook())
                .reason(event.reasonTold(), event.reasonTold())
                .build();
    }

    private static LedgerEvent withoutPerson(LedgerEvent event, AgencyId agency) {
        var actor = event.actor();
        var nameless = new Actor(null, actor.agency(), actor.agencyType(), actor.function(), null, null, actor.job());
        var seen = common(event, nameless)
                .items(own(event, agency))
                .ground(event.ground())
                .consentId(event.consentId())
                .shareId(event.shareId())
                .rulebook(event.rulebook())
                .reason(event.reasonTold(), event.reasonTold());
        event.recipients().stream().filter(to -> to.agency().equals(agency)).forEach(seen::recipient);
        return seen.build();
    }

    private static List<ItemRef> own(LedgerEvent event, AgencyId agency) {
        return event.items().stream()
                .filter(item -> item.owner().equals(agency))
                .toList();
    }

    /** Sessions and network addresses are for the agency whose people they are of. */
    private static LedgerEvent withoutDesk(LedgerEvent event) {
        var actor = event.actor();
        var seen = common(
                        event,
                        new Actor(
                                actor.professional(),
                                actor.agency(),
                                actor.agencyType(),
                                actor.function(),
                                null,
                                null,
                                actor.job()))
                .items(event.items())
                .holders(event.holders())
                .ground(event.ground())
                .consentId(event.consentId())
                .shareId(event.shareId())
                .rulebook(event.rulebook())
                .rules(event.rules())
                .reason(event.reasonTrue(), event.reasonTold())
                .maskedFields(event.maskedFields());
        event.recipients().forEach(seen::recipient);
        return seen.build();
    }

    private static LedgerEvent.Builder common(LedgerEvent event, Actor actor) {
        return LedgerEvent.of(event.at(), event.action(), actor)
                .outcome(event.outcome())
                .lifeCycle(event.lifeCycle())
                .purpose(event.purpose())
                .emergency(event.emergency())
                .caseId(event.caseId())
                .personId(event.personId())
                .category(event.category())
                .regime(event.regime());
    }
}
