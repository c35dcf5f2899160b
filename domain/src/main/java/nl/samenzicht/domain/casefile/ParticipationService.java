package nl.samenzicht.domain.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.lease.Revocation;
import nl.samenzicht.domain.lease.Revocations;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceFacts;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;

/** Who takes part in a case: bringing parties in, leaving, moving the lead, closing. Taking part opens nothing by itself. */
@ApplicationScoped
public class ParticipationService {

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final CaseFiles caseFiles;
    private final Participations participations;
    private final Revocations revocations;
    private final Directory directory;
    private final Event<PartyLeft> partyLeft;
    private final Event<CaseClosed> caseClosed;
    private final Clock clock;

    protected ParticipationService() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public ParticipationService(
            AccessGate gate,
            CurrentProfessional current,
            CaseFiles caseFiles,
            Participations participations,
            Revocations revocations,
            Directory directory,
            Event<PartyLeft> partyLeft,
            Event<CaseClosed> caseClosed,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.caseFiles = caseFiles;
        this.participations = participations;
        this.revocations = revocations;
        this.directory = directory;
        this.partyLeft = partyLeft;
        this.caseClosed = caseClosed;
        this.clock = clock;
    }

    /** Whom to bring in: an agency, or one professional of it; for what, on which ground, from when until when. */
    public record Invitation(
            AgencyId agency,
            Optional<ProfessionalId> professional,
            Purpose purpose,
            Ground ground,
            Instant from,
            Instant until) {}

    /** An agency, or one professional of it, takes part no longer. */
    public record PartyLeft(
            CaseFileId caseFile,
            AgencyId agency,
            Optional<ProfessionalId> professional,
            ProfessionalId by,
            Instant at) {}

    /** A case was closed; nothing is shared in it any more. */
    public record CaseClosed(CaseFileId caseFile, ProfessionalId by, Instant at) {}

    /** Brings a party in. Only the agency that leads the case can. */
    @Transactional
    public UUID invite(CaseFileId id, Invitation invitation, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        if (!invitation.until().isAfter(at)) {
            throw new NotPossible("participation.error.ends-in-past");
        }
        if (invitation.until().isAfter(ResourceFacts.NO_END)) {
            throw new NotPossible("participation.error.too-far");
        }
        gate.admit(AccessRequest.of(who, Action.INVITE_PARTY, new ResourceRef.OfCase(id.value()), purpose, at)
                .with(Counterpart.of(invitation.agency(), invitation.professional())));
        requireLead(id, who.agency(), who.professional(), at);
        if (!directory.agency(invitation.agency()).active()) {
            throw new NotPossible("participation.error.agency-inactive");
        }
        var exists = participations.of(id).stream()
                .anyMatch(party -> party.agency().equals(invitation.agency())
                        && party.professional().equals(invitation.professional())
                        && party.until().isAfter(invitation.from()));
        if (exists) {
            throw new NotPossible("participation.error.takes-part-already");
        }
        var party = new Participation(
                id,
                invitation.agency(),
                invitation.professional(),
                Part.PARTY,
                invitation.purpose(),
                invitation.ground(),
                invitation.from(),
                invitation.until(),
                who.professional(),
                at);
        participations.add(party);
        return party.id();
    }

    /**
     * Ends a participation at once: one's own, or as the lead somebody else's. The lead itself cannot leave before the lead
     * has moved.
     */
    @Transactional
    public void end(CaseFileId id, UUID participation, String reason, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        var found =
                participations.find(participation).filter(row -> row.caseFile().equals(id));
        var request = AccessRequest.of(who, Action.LEAVE_CASE, new ResourceRef.OfCase(id.value()), purpose, at)
                .because(reason);
        gate.admit(found.map(row -> request.with(Counterpart.of(row.agency(), row.professional())))
                .orElse(request));
        var party = found.orElseThrow(() -> new NotPossible("participation.error.gone"));
        if (!party.agency().equals(who.agency())) {
            requireLead(id, who.agency(), who.professional(), at);
        }
        if (party.part() == Part.LEAD) {
            throw new NotPossible("participation.error.lead-cannot-leave");
        }
        if (!at.isBefore(party.until())) {
            throw new NotPossible("participation.error.gone");
        }
        party.end(who.professional(), "LEFT", at);
        participations.changed(party);
        revocations.revoke(new Revocation(id, Optional.of(party.agency()), party.professional(), Optional.empty()));
        partyLeft.fire(new PartyLeft(id, party.agency(), party.professional(), who.professional(), at));
    }

    /** Moves the lead to another agency that takes part. Items stay with those who own them. */
    @Transactional
    public void moveLead(CaseFileId id, AgencyId to, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        var grant = gate.admit(AccessRequest.of(who, Action.MOVE_LEAD, new ResourceRef.OfCase(id.value()), purpose, at)
                .with(Counterpart.of(to, Optional.empty())));
        requireLead(id, who.agency(), who.professional(), at);
        var rows = participations.of(id);
        var next = rows.stream()
                .filter(party ->
                        party.agency().equals(to) && party.professional().isEmpty() && party.activeAt(at))
                .findFirst()
                .orElseThrow(() -> new NotPossible("participation.error.new-lead-takes-no-part"));
        rows.stream().filter(party -> party.part() == Part.LEAD).forEach(party -> {
            party.playsPart(Part.PARTY);
            participations.changed(party);
        });
        next.playsPart(Part.LEAD);
        participations.changed(next);
        var file = caseFiles.readForChange(grant);
        file.moveLead(to);
        caseFiles.changed(file);
    }

    /** Closes the case; shares end, and nothing is added any more. */
    @Transactional
    public void close(CaseFileId id, ClosingReason reason, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        var grant = gate.admit(AccessRequest.of(who, Action.CLOSE_CASE, new ResourceRef.OfCase(id.value()), purpose, at)
                .because(reason.name()));
        requireLead(id, who.agency(), who.professional(), at);
        var file = caseFiles.readForChange(grant);
        requireStatus(file, CaseStatus.OPEN, "casefile.error.closed-already");
        file.close(reason, at);
        caseFiles.changed(file);
        revocations.revoke(new Revocation(id, Optional.empty(), Optional.empty(), Optional.empty()));
        caseClosed.fire(new CaseClosed(id, who.professional(), at));
    }

    /** Opens a closed case again. Shares that ended stay ended. */
    @Transactional
    public void reopen(CaseFileId id, String why, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        var grant =
                gate.admit(AccessRequest.of(who, Action.CHANGE_CASE, new ResourceRef.OfCase(id.value()), purpose, at)
                        .because(why));
        requireLead(id, who.agency(), who.professional(), at);
        var file = caseFiles.readForChange(grant);
        requireStatus(file, CaseStatus.CLOSED, "casefile.error.open-already");
        file.reopen();
        caseFiles.changed(file);
    }

    /** Changes the cooperation framework, its protocol or its end. */
    @Transactional
    public void cooperateUnder(CaseFileId id, Cooperation cooperation, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        var grant =
                gate.admit(AccessRequest.of(who, Action.CHANGE_CASE, new ResourceRef.OfCase(id.value()), purpose, at));
        requireLead(id, who.agency(), who.professional(), at);
        var file = caseFiles.readForChange(grant);
        requireStatus(file, CaseStatus.OPEN, "casefile.error.closed-already");
        file.cooperateUnder(cooperation);
        caseFiles.changed(file);
    }

    private static void requireStatus(CaseFile file, CaseStatus required, String otherwise) {
        if (file.status() != required) {
            throw new NotPossible(otherwise);
        }
    }

    private void requireLead(CaseFileId id, AgencyId agency, ProfessionalId professional, Instant at) {
        if (!participations.standingOf(id, agency, professional, at).leads()) {
            throw new NotPossible("participation.error.only-lead");
        }
    }
}
