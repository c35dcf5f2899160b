package nl.samenzicht.security.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.PolicyInForce;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.administration.Agencies.ManagerCard;
import nl.samenzicht.security.administration.Agencies.ManagerProposal;
import nl.samenzicht.security.administration.Agencies.Row;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyEntry;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
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

/**
 * What the platform administrator does: inviting agencies with their first manager, agreeing to a second manager where
 * there is nobody else to agree, and to a new password for a manager where no third manager can.
 */
@ApplicationScoped
@Transactional
public class AgencyService {
    private static final int FEW_MANAGERS = 2;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Directory directory;
    private final Membership membership;
    private final PolicyInForce policy;
    private final Notices notices;
    private final Links links;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected AgencyService() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public AgencyService(
            AccessGate gate,
            CurrentProfessional current,
            Directory directory,
            Membership membership,
            PolicyInForce policy,
            Notices notices,
            Links links,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.directory = directory;
        this.membership = membership;
        this.policy = policy;
        this.notices = notices;
        this.links = links;
        this.clock = clock;
    }

    /** The agencies that take part. */
    public Agencies agencies() {
        var who = current.current();
        var entry = gate.admit(request(who, Action.VIEW_DIRECTORY)).entry();
        boolean administers = gate.wouldAdmit(request(who, Action.INVITE_AGENCY));
        var entries = membership.agencies();
        return new Agencies(
                entries.stream().map(agency -> row(agency, administers)).toList(),
                administers
                        ? entries.stream()
                                .flatMap(agency -> resets(who, agency.agency().id()).stream())
                                .toList()
                        : List.of(),
                administers,
                entry.code());
    }

    private Row row(AgencyEntry entry, boolean administers) {
        var agency = entry.agency();
        return new Row(
                agency,
                entry.municipality(),
                entry.since(),
                policy.signedBy(agency.id()),
                administers
                        ? directory.holders(agency.id(), Function.MANAGER).stream()
                                .map(manager -> new ManagerCard(
                                        manager.id(), manager.displayName(), links.hasPassword(manager.id())))
                                .toList()
                        : List.of(),
                administers ? waiting(agency.id()) : List.of());
    }

    /** Managers who wait for the platform: nobody of the agency but the proposer could agree. */
    private List<ManagerProposal> waiting(AgencyId agency) {
        if (directory.holders(agency, Function.MANAGER).size() >= FEW_MANAGERS) {
            return List.of();
        }
        return membership.at(agency).stream()
                .filter(holding -> holding.waiting() && holding.function() == Function.MANAGER)
                .map(holding -> new ManagerProposal(
                        holding.id(),
                        nameOf(holding.professional()),
                        holding.proposedBy().map(this::nameOf).orElse("–"),
                        holding.proposedAt()))
                .toList();
    }

    /** New passwords of managers that no third manager of the agency could agree to. */
    private List<Staff.WaitingReset> resets(ActingProfessional who, AgencyId agency) {
        var managers = directory.holders(agency, Function.MANAGER);
        if (managers.size() > FEW_MANAGERS) {
            return List.of();
        }
        return links.waiting(managers.stream().map(ProfessionalCard::id).toList()).stream()
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
     * Invites an agency with its first manager.
     *
     * @param municipality the code of the municipality that it is or works for
     * @return the token of the first manager's link; it is shown once
     * @throws nl.samenzicht.security.directory.InvalidEntry when a name, the address or the code cannot be used
     * @throws CannotBeDone when the type is that of the platform itself
     */
    public Invited invite(
            String name, AgencyType type, Optional<String> municipality, String managerName, String managerUserName) {
        var who = current.current();
        gate.admit(request(who, Action.INVITE_AGENCY).because("invite " + type + " '" + name.strip() + "'"));
        if (type == AgencyType.PLATFORM) {
            throw new CannotBeDone("admin.error.one-platform");
        }
        var agency = membership.admitAgency(name, type, municipality, false);
        var manager = membership.admitProfessional(agency, managerName, managerUserName);
        membership.start(manager, Function.MANAGER, Optional.of(who.professional()));
        return new Invited(manager, nameOf(manager), links.invite(manager, who.professional()));
    }

    /**
     * Makes a new link for a first manager who has not chosen a password yet.
     *
     * @throws CannotBeDone when they have, or when the platform did not invite them
     */
    public Invited inviteAgain(ProfessionalId manager) {
        var who = current.current();
        var found =
                membership.staff(manager).filter(card -> card.until().isEmpty()).map(StaffCard::agency);
        admit(who, Action.INVITE_AGENCY, found, found.map(any -> manager), "invite again");
        var agency = found.orElseThrow(() -> new CannotBeDone("admin.error.gone"));
        boolean only = directory.holders(agency, Function.MANAGER).stream()
                .map(ProfessionalCard::id)
                .toList()
                .equals(List.of(manager));
        if (!only || links.hasPassword(manager)) {
            throw new CannotBeDone("admin.error.has-password");
        }
        return new Invited(manager, nameOf(manager), links.invite(manager, who.professional()));
    }

    /**
     * Agrees to a second manager of an agency that has one.
     *
     * @throws CannotBeDone when the agency can decide itself, or when it waits no more
     */
    public void agreeToManager(UUID holding) {
        decide(holding, "agree to manager", "function.started", false, membership::agree);
    }

    /**
     * Declines a second manager of an agency that has one.
     *
     * @throws CannotBeDone when the agency can decide itself, or when it waits no more
     */
    public void declineManager(UUID holding) {
        decide(holding, "decline manager", "function.declined", true, membership::decline);
    }

    private interface Verdict {
        HoldingCard on(UUID holding, ProfessionalId by);
    }

    private void decide(UUID holding, String what, String notice, boolean ends, Verdict verdict) {
        var who = current.current();
        var found = membership.agencies().stream()
                .map(entry -> entry.agency().id())
                .filter(id ->
                        waiting(id).stream().anyMatch(each -> each.holding().equals(holding)))
                .findFirst();
        admit(
                who,
                Action.CONFIRM_MANAGER,
                found,
                found.map(any -> membership.card(holding).professional()),
                what,
                ends && found.filter(who.agency()::equals).isEmpty() ? List.of(holding) : List.of());
        var agency = found.orElseThrow(() -> new CannotBeDone("admin.error.gone"));
        if (agency.equals(who.agency())) {
            throw new CannotBeDone("admin.error.second-person");
        }
        verdict.on(holding, who.professional());
        notices.tell(agency, Function.PRIVACY_OFFICER, notice, holding);
        notices.tell(agency, Function.MANAGER, notice, holding);
    }

    /**
     * Agrees to a new password of a manager, as the second person.
     *
     * @return the code that goes to the manager, by another way than the link
     * @throws CannotBeDone when the agency can do it itself, or when it waits no more
     */
    public String approveReset(UUID link) {
        var who = current.current();
        var professional = links.waiting(link).map(Links.WaitingReset::professional);
        var found = professional.map(id -> directory.professional(id).agency());
        admit(who, Action.CONFIRM_MANAGER, found, professional, "agree to reset");
        var agency = found.orElseThrow(() -> new CannotBeDone("admin.error.gone"));
        boolean forUs =
                resets(who, agency).stream().anyMatch(each -> each.link().equals(link) && each.mayApprove());
        if (!forUs) {
            throw new CannotBeDone("admin.error.second-person");
        }
        return links.approveReset(link, who.professional());
    }

    private String nameOf(ProfessionalId id) {
        return directory
                .knownProfessional(id)
                .map(ProfessionalCard::displayName)
                .orElse("–");
    }

    /** Asks the gate before it is told whether there is such an agency or person at all. */
    private void admit(
            ActingProfessional who,
            Action action,
            Optional<AgencyId> agency,
            Optional<ProfessionalId> professional,
            String what) {
        admit(who, action, agency, professional, what, List.of());
    }

    private void admit(
            ActingProfessional who,
            Action action,
            Optional<AgencyId> agency,
            Optional<ProfessionalId> professional,
            String what,
            List<UUID> ends) {
        var request = request(who, action).because(what).about(ends);
        gate.admit(
                agency.map(id -> request.with(Counterpart.of(id, professional))).orElse(request));
    }

    private AccessRequest request(ActingProfessional who, Action action) {
        return AccessRequest.of(
                who, action, new ResourceRef.OfAgency(DataCategory.DIRECTORY), Purpose.ADMINISTRATION, clock.instant());
    }
}
