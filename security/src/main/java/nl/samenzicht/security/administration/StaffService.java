package nl.samenzicht.security.administration;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.administration.Staff.Held;
import nl.samenzicht.security.administration.Staff.Person;
import nl.samenzicht.security.administration.Staff.State;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.HoldingCard;
import nl.samenzicht.security.directory.Membership;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.StaffCard;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.signin.Links;
import nl.samenzicht.security.signin.Sessions;

/** What managers do with the people of their own agency. */
@ApplicationScoped
@Transactional
public class StaffService {
    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Directory directory;
    private final Membership membership;
    private final Notices notices;
    private final Links links;
    private final Sessions sessions;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected StaffService() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public StaffService(
            AccessGate gate,
            CurrentProfessional current,
            Directory directory,
            Membership membership,
            Notices notices,
            Links links,
            Sessions sessions,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.directory = directory;
        this.membership = membership;
        this.notices = notices;
        this.links = links;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The people of the agency of the one who asks, with their functions. Work addresses are for managers only. */
    public Staff staff() {
        var who = current.current();
        var entry = gate.admit(request(who, Action.VIEW_DIRECTORY)).entry();
        boolean manages = gate.wouldAdmit(request(who, Action.MANAGE_PROFESSIONAL));
        var agency = directory.agency(who.agency());
        var everybody = membership.staffOf(who.agency());
        Map<ProfessionalId, List<HoldingCard>> holdings =
                membership.at(who.agency()).stream().collect(groupingBy(HoldingCard::professional));
        return new Staff(
                agency,
                everybody.stream()
                        .map(person -> person(person, holdings.getOrDefault(person.id(), List.of()), who, manages))
                        .toList(),
                manages ? resets(who, everybody) : List.of(),
                Appointments.at(agency.type()),
                manages,
                managers(who.agency()),
                entry.code());
    }

    private Person person(StaffCard card, List<HoldingCard> holdings, ActingProfessional who, boolean manages) {
        return new Person(
                card.id(),
                card.displayName(),
                manages ? Optional.of(card.userName()) : Optional.empty(),
                card.until().isPresent() ? State.ENDED : links.hasPassword(card.id()) ? State.ACTIVE : State.INVITED,
                card.since(),
                card.until(),
                holdings.stream()
                        .sorted(Comparator.comparing(HoldingCard::function))
                        .map(holding -> held(holding, who, manages))
                        .toList(),
                card.id().equals(who.professional()));
    }

    private Held held(HoldingCard holding, ActingProfessional who, boolean manages) {
        boolean proposedByMe =
                holding.proposedBy().filter(who.professional()::equals).isPresent();
        return new Held(
                holding.id(),
                holding.function(),
                holding.waiting(),
                holding.proposedBy().map(this::nameOf),
                manages
                        && holding.waiting()
                        && !proposedByMe
                        && !holding.professional().equals(who.professional()),
                manages && holding.waiting() && proposedByMe);
    }

    private List<Staff.WaitingReset> resets(ActingProfessional who, List<StaffCard> everybody) {
        return links.waiting(everybody.stream().map(StaffCard::id).toList()).stream()
                .map(reset -> new Staff.WaitingReset(
                        reset.id(),
                        nameOf(reset.professional()),
                        nameOf(reset.madeBy()),
                        reset.madeAt(),
                        !reset.madeBy().equals(who.professional())
                                && !reset.professional().equals(who.professional())))
                .toList();
    }

    /**
     * Invites somebody to work here and proposes their functions.
     *
     * @return the token of the link with which they choose a password; it is shown once
     * @throws nl.samenzicht.security.directory.InvalidEntry when the name or the address cannot be used
     * @throws CannotBeDone when no function was chosen, or one that there is not at such an agency
     */
    public Invited invite(String name, String userName, Set<Function> functions) {
        var who = current.current();
        var wanted = new TreeSet<>(functions);
        admit(who, Optional.empty(), "invite " + wanted);
        if (wanted.isEmpty()) {
            throw new CannotBeDone("admin.error.no-function");
        }
        wanted.forEach(function -> requireFitting(who, function));
        var professional = membership.admitProfessional(who.agency(), name, userName);
        wanted.forEach(function -> appoint(professional, function, who));
        return new Invited(professional, nameOf(professional), links.invite(professional, who.professional()));
    }

    /**
     * Makes a new link for somebody who was invited and has no password yet; the earlier one stops working.
     *
     * @throws CannotBeDone when they have one: then it takes two people
     */
    public Invited inviteAgain(ProfessionalId professional) {
        var who = current.current();
        admit(who, Optional.of(professional), "invite again");
        requireColleague(who, professional);
        if (links.hasPassword(professional)) {
            throw new CannotBeDone("admin.error.has-password");
        }
        return new Invited(professional, nameOf(professional), links.invite(professional, who.professional()));
    }

    /**
     * Gives a function, or proposes it when it takes a second person.
     *
     * @throws CannotBeDone when it is one's own, when they hold it or it waits, or when it does not exist here
     */
    public void propose(ProfessionalId professional, Function function) {
        var who = current.current();
        admit(who, Optional.of(professional), "propose " + function);
        requireColleague(who, professional);
        requireFitting(who, function);
        if (professional.equals(who.professional())) {
            throw new CannotBeDone("admin.error.own-function");
        }
        boolean already = membership.at(who.agency()).stream()
                .anyMatch(holding -> holding.professional().equals(professional) && holding.function() == function);
        if (already) {
            throw new CannotBeDone("admin.error.already");
        }
        appoint(professional, function, who);
    }

    private void appoint(ProfessionalId professional, Function function, ActingProfessional who) {
        if (function.needsSecondPerson()) {
            var holding = membership.propose(professional, function, who.professional());
            notices.tell(who.agency(), Function.MANAGER, "function.proposed", holding);
            notices.tell(who.agency(), Function.PRIVACY_OFFICER, "function.proposed", holding);
        } else {
            var holding = membership.start(professional, function, Optional.of(who.professional()));
            notices.tell(who.agency(), Function.PRIVACY_OFFICER, "function.started", holding);
        }
    }

    /**
     * Agrees to a proposed function, as the second person; it holds from now.
     *
     * @throws CannotBeDone when one proposed it, when it is one's own, or when it waits no more
     */
    public void agree(UUID holding) {
        var who = current.current();
        var card = admitted(who, waiting(who, holding), "agree to", Optional.empty());
        requireSecondPerson(who, card);
        membership.agree(holding, who.professional());
        notices.tell(who.agency(), Function.PRIVACY_OFFICER, "function.started", holding);
        notices.tell(who.agency(), card.professional(), "function.yours", holding);
    }

    /**
     * Declines a proposed function.
     *
     * @throws CannotBeDone when one proposed it, when it is one's own, or when it waits no more
     */
    public void decline(UUID holding) {
        var who = current.current();
        var found = waiting(who, holding);
        var card = admitted(who, found, "decline", found.filter(each -> isSecondPerson(who, each)));
        requireSecondPerson(who, card);
        membership.decline(holding, who.professional());
        notices.tell(who.agency(), Function.PRIVACY_OFFICER, "function.declined", holding);
    }

    /**
     * Takes a proposal of one's own back.
     *
     * @throws CannotBeDone when somebody else proposed it, or when it waits no more
     */
    public void withdraw(UUID holding) {
        var who = current.current();
        var found = waiting(who, holding);
        var mine = found.filter(
                each -> each.proposedBy().filter(who.professional()::equals).isPresent());
        var card = admitted(who, found, "withdraw", mine);
        if (mine.isEmpty()) {
            throw new CannotBeDone("admin.error.not-yours");
        }
        membership.withdraw(holding, who.professional());
        notices.tell(who.agency(), Function.PRIVACY_OFFICER, "function.declined", holding);
    }

    /**
     * Ends a function now. Whoever works under it is out at their next request.
     *
     * @throws CannotBeDone when it is that of the last manager, or has ended already
     */
    public void end(UUID holding) {
        var who = current.current();
        var inForce = membership.at(who.agency()).stream()
                .filter(each -> each.id().equals(holding) && !each.waiting())
                .findFirst();
        boolean last = managers(who.agency()) < 2;
        var card = admitted(who, inForce, "end", inForce.filter(each -> each.function() != Function.MANAGER || !last));
        if (card.function() == Function.MANAGER && last) {
            throw new CannotBeDone("admin.error.last-manager");
        }
        membership.end(holding, who.professional());
        notices.tell(who.agency(), Function.PRIVACY_OFFICER, "function.ended", holding);
        notices.tell(who.agency(), card.professional(), "function.ended", holding);
    }

    /**
     * Ends somebody's work here, with every function, session and link.
     *
     * @throws CannotBeDone when it is one's own, or that of the last manager
     */
    public void endWork(ProfessionalId professional) {
        var who = current.current();
        boolean own = professional.equals(who.professional());
        var ending = own
                ? List.<UUID>of()
                : membership.at(who.agency()).stream()
                        .filter(holding -> holding.professional().equals(professional))
                        .map(HoldingCard::id)
                        .toList();
        admit(who, Optional.of(professional), "end work", ending);
        requireColleague(who, professional);
        if (own) {
            throw new CannotBeDone("admin.error.own-work");
        }
        membership.leave(professional, who.professional());
        links.stopAll(professional);
        sessions.endAllOf(professional);
        notices.tell(who.agency(), Function.PRIVACY_OFFICER, "work.ended", professional.value());
    }

    /**
     * Begins a new password for a colleague. Whoever begins gets the link and a second manager the code; the colleague
     * needs both.
     *
     * @throws CannotBeDone when it is one's own, or when the colleague never had a password
     */
    public Invited beginReset(ProfessionalId professional) {
        var who = current.current();
        admit(who, Optional.of(professional), "begin reset");
        requireColleague(who, professional);
        if (professional.equals(who.professional())) {
            throw new CannotBeDone("admin.error.own-password");
        }
        if (!links.hasPassword(professional)) {
            throw new CannotBeDone("admin.error.no-password");
        }
        var token = links.beginReset(professional, who.professional());
        notices.tell(who.agency(), Function.MANAGER, "reset.begun", professional.value());
        notices.tell(who.agency(), Function.PRIVACY_OFFICER, "reset.begun", professional.value());
        notices.tell(who.agency(), professional, "reset.yours", professional.value());
        return new Invited(professional, nameOf(professional), token);
    }

    /**
     * Agrees to a new password, as the second person.
     *
     * @return the code that goes to the colleague, by another way than the link
     * @throws CannotBeDone when one began it, when it is one's own, or when it waits no more
     */
    public String approveReset(UUID link) {
        var who = current.current();
        var found = links.waiting(link);
        admit(who, found.map(Links.WaitingReset::professional), "agree to reset");
        var reset = found.orElseThrow(() -> new CannotBeDone("admin.error.gone"));
        requireColleague(who, reset.professional());
        if (reset.madeBy().equals(who.professional()) || reset.professional().equals(who.professional())) {
            throw new CannotBeDone("admin.error.second-person");
        }
        return links.approveReset(link, who.professional());
    }

    private Optional<HoldingCard> waiting(ActingProfessional who, UUID holding) {
        return membership.at(who.agency()).stream()
                .filter(card -> card.id().equals(holding) && card.waiting())
                .findFirst();
    }

    /**
     * Asks the gate before it is told whether there is such a function here at all.
     *
     * @param ends the function when this ends it; the log names it, so that it cannot be put back unseen
     */
    private HoldingCard admitted(
            ActingProfessional who, Optional<HoldingCard> card, String what, Optional<HoldingCard> ends) {
        admit(
                who,
                card.map(HoldingCard::professional),
                what + card.map(found -> " " + found.function()).orElse(""),
                ends.map(HoldingCard::id).stream().toList());
        return card.orElseThrow(() -> new CannotBeDone("admin.error.gone"));
    }

    private static void requireSecondPerson(ActingProfessional who, HoldingCard card) {
        if (!isSecondPerson(who, card)) {
            throw new CannotBeDone("admin.error.second-person");
        }
    }

    private static boolean isSecondPerson(ActingProfessional who, HoldingCard card) {
        return !card.professional().equals(who.professional())
                && card.proposedBy().filter(who.professional()::equals).isEmpty();
    }

    private void requireColleague(ActingProfessional who, ProfessionalId professional) {
        boolean colleague = membership
                .staff(professional)
                .filter(card ->
                        card.agency().equals(who.agency()) && card.until().isEmpty())
                .isPresent();
        if (!colleague) {
            throw new CannotBeDone("admin.error.gone");
        }
    }

    private static void requireFitting(ActingProfessional who, Function function) {
        if (!Appointments.belongs(function, who.agencyType())) {
            throw new CannotBeDone("admin.error.not-here");
        }
    }

    private long managers(AgencyId agency) {
        return directory.holders(agency, Function.MANAGER).size();
    }

    private String nameOf(ProfessionalId id) {
        return directory
                .knownProfessional(id)
                .map(ProfessionalCard::displayName)
                .orElse("–");
    }

    private void admit(ActingProfessional who, Optional<ProfessionalId> about, String what) {
        admit(who, about, what, List.of());
    }

    private void admit(ActingProfessional who, Optional<ProfessionalId> about, String what, List<UUID> ends) {
        var request = request(who, Action.MANAGE_PROFESSIONAL).because(what).about(ends);
        gate.admit(about.map(person -> request.with(Counterpart.of(who.agency(), Optional.of(person))))
                .orElse(request));
    }

    private AccessRequest request(ActingProfessional who, Action action) {
        return AccessRequest.of(
                who, action, new ResourceRef.OfAgency(DataCategory.DIRECTORY), Purpose.ADMINISTRATION, clock.instant());
    }
}
