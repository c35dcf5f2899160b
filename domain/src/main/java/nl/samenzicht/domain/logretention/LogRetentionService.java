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
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.LogRemovals;
import nl.samenzicht.security.ledger.LogRemovals.Due;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * What people do about the retention of the log: the platform administrator proposes that its oldest months go, a manager of the
 * platform agrees, and a privacy officer of any agency can object within fourteen days. {@link LogRemovalJob} carries it out.
 */
@ApplicationScoped
@Transactional
public class LogRetentionService {
    /** The shortest reason that is accepted, in characters. */
    public static final int SHORTEST_REASON = 20;

    private static final int MOST_SHOWN = 50;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final LogRemovals log;
    private final LogRemovalBook book;
    private final LogNeeds needs;
    private final LogTerm term;
    private final Directory directory;
    private final Notices notices;
    private final Sealer sealer;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected LogRetentionService() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public LogRetentionService(
            AccessGate gate,
            CurrentProfessional current,
            LogRemovals log,
            LogRemovalBook book,
            LogNeeds needs,
            LogTerm term,
            Directory directory,
            Notices notices,
            Sealer sealer,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.log = log;
        this.book = book;
        this.needs = needs;
        this.term = term;
        this.directory = directory;
        this.notices = notices;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** What is due, proposed and done, as counts; one look, with one line in the log. */
    public LogRetentionOverview look() {
        var grant = gate.admit(request(Action.VIEW_LOG_RETENTION));
        boolean mayPropose = gate.wouldAdmit(request(Action.PROPOSE_LOG_REMOVAL));
        Optional<Due> due = mayPropose && !underWay() ? log.due(term.months()) : Optional.empty();
        return new LogRetentionOverview(
                term.months(),
                log.possible(),
                due,
                due.map(lines -> needs.of(lines, clock.instant())).orElse(new LogNeeds.Waiting(0, 0)),
                book.all(MOST_SHOWN).stream()
                        .map(each -> card(each, grant.who().professional()))
                        .toList(),
                mayPropose,
                gate.wouldAdmit(request(Action.APPROVE_LOG_REMOVAL)),
                gate.wouldAdmit(request(Action.OBJECT_TO_LOG_REMOVAL)),
                grant.entry().code());
    }

    private boolean underWay() {
        return !book.in(EnumSet.of(LogRemovalState.PROPOSED, LogRemovalState.APPROVED, LogRemovalState.BEGUN))
                .isEmpty();
    }

    private LogRetentionOverview.Card card(LogRemoval each, ProfessionalId asker) {
        return new LogRetentionOverview.Card(
                each.id(),
                each.state(),
                each.due().firstMonth(),
                each.due().lastMonth(),
                each.due().lines(),
                opened(each.id(), each.sealedWhy()),
                nameOf(each.proposedBy()),
                each.proposedAt(),
                each.proposedBy().equals(asker),
                each.decidedBy().map(this::nameOf),
                each.earliest().filter(any -> each.state() == LogRemovalState.APPROVED),
                each.objectingAgency().map(agency -> directory.agency(agency).name()),
                each.sealedObjection().map(words -> opened(each.id(), words)));
    }

    private String nameOf(ProfessionalId id) {
        return directory
                .knownProfessional(id)
                .map(ProfessionalCard::displayName)
                .orElse("–");
    }

    /**
     * Proposes to remove all months that are due.
     *
     * @throws NotPossible when nothing is due, something is under way, or there is no account that can remove
     */
    public UUID propose(String why) {
        var words = checked(why);
        var id = TimeOrderedId.next();
        var grant = gate.admit(
                request(Action.PROPOSE_LOG_REMOVAL).about(List.of(id)).because(words));
        if (!log.possible()) {
            throw new NotPossible("log-retention.error.no-account");
        }
        if (underWay()) {
            throw new NotPossible("log-retention.error.under-way");
        }
        var due = log.due(term.months()).orElseThrow(() -> new NotPossible("log-retention.error.nothing-due"));
        book.add(new LogRemoval(id, due, term.months(), sealed(id, words), grant.who(), grant.at()));
        notices.tell(grant.who().agency(), Function.MANAGER, "log-retention.proposed", id);
        return id;
    }

    /** Takes back what was proposed and not agreed to. */
    public void takeBack(UUID id) {
        var grant = gate.admit(request(Action.PROPOSE_LOG_REMOVAL).about(List.of(id)));
        var removal = waiting(id);
        removal.refuse(grant.who().professional(), grant.at());
        book.changed(removal);
    }

    /** Agrees to what somebody else proposed, and tells the privacy officers of every agency at once. */
    public void approve(UUID id) {
        var grant = gate.admit(request(Action.APPROVE_LOG_REMOVAL).about(List.of(id)));
        var removal = waiting(id);
        removal.approve(grant.who().professional(), grant.at());
        book.changed(removal);
        tellOfficers("log-retention.approved", id);
    }

    /** Refuses what was proposed; who may agree to it may do this. */
    public void refuse(UUID id, String why) {
        var grant = gate.admit(
                request(Action.APPROVE_LOG_REMOVAL).about(List.of(id)).because(checked(why)));
        var removal = waiting(id);
        removal.refuse(grant.who().professional(), grant.at());
        book.changed(removal);
        notices.tell(removal.agency(), Function.PLATFORM_ADMINISTRATOR, "log-retention.refused", id);
    }

    /** Objects to what was agreed on, which stops it; as long as it is not begun. */
    public void object(UUID id, String why) {
        var words = checked(why);
        var grant = gate.admit(
                request(Action.OBJECT_TO_LOG_REMOVAL).about(List.of(id)).because(words));
        var removal = waiting(id);
        removal.object(grant.who(), sealed(id, words), grant.at());
        book.changed(removal);
        notices.tell(removal.agency(), Function.PLATFORM_ADMINISTRATOR, "log-retention.objected", id);
        notices.tell(removal.agency(), Function.MANAGER, "log-retention.objected", id);
        tellOfficers("log-retention.objected", id);
    }

    private void tellOfficers(String kind, UUID id) {
        directory.activeAgencies().forEach(agency -> notices.tell(agency.id(), Function.PRIVACY_OFFICER, kind, id));
    }

    private LogRemoval waiting(UUID id) {
        return book.forChange(id).orElseThrow(() -> new NotPossible("retention.error.gone"));
    }

    private AccessRequest request(Action action) {
        var who = current.current();
        return AccessRequest.of(
                who,
                action,
                new ResourceRef.OfAgency(DataCategory.LOG),
                who.function().readsLog() ? Purpose.OVERSIGHT : Purpose.ADMINISTRATION,
                clock.instant());
    }

    private static String checked(String typed) {
        var words = typed == null ? "" : typed.strip();
        if (words.length() < SHORTEST_REASON) {
            throw new NotPossible("retention.error.reason-short", SHORTEST_REASON);
        }
        return words;
    }

    private byte[] sealed(UUID id, String words) {
        return sealer.seal(place(id), words.getBytes(UTF_8));
    }

    private String opened(UUID id, byte[] sealed) {
        return new String(sealer.open(place(id), sealed), UTF_8);
    }

    static String place(UUID id) {
        return "log-retention:" + id;
    }
}
