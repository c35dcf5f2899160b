package nl.samenzicht.domain.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;

/** Records what the person answered, and withdraws it when they change their mind. */
@ApplicationScoped
public class ConsentService {

    private static final int AGE_OF_OWN_CONSENT = 16;
    private static final int SHORTEST_REASON = 20;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Consents consents;
    private final Persons persons;
    private final Directory directory;
    private final Event<ConsentWithdrawn> withdrawn;
    private final Clock clock;

    protected ConsentService() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public ConsentService(
            AccessGate gate,
            CurrentProfessional current,
            Consents consents,
            Persons persons,
            Directory directory,
            Event<ConsentWithdrawn> withdrawn,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.consents = consents;
        this.persons = persons;
        this.directory = directory;
        this.withdrawn = withdrawn;
        this.clock = clock;
    }

    /** Finds the person of a case; answered by the person table, which holds nothing else. */
    @FunctionalInterface
    public interface Persons {
        Optional<PersonId> of(CaseFileId caseFile);
    }

    /**
     * Records an answer, a refusal as well as a consent.
     *
     * @throws ConsentNotValid when somebody under sixteen answers alone, authority was not checked, or its end is past
     * @see <a href="https://eur-lex.europa.eu/eli/reg/2016/679/oj">AVG art. 8; UAVG art. 5</a>
     */
    @Transactional
    public ConsentId record(
            CaseFileId caseFile, ConsentQuestion question, boolean granted, ConsentGiver giver, Purpose purpose) {
        var at = clock.instant();
        if (!question.until().isAfter(at)) {
            throw new ConsentNotValid("consent.error.ends-in-past");
        }
        if (giver.by() == GivenBy.SELF
                && giver.ageThen().isPresent()
                && giver.ageThen().getAsInt() < AGE_OF_OWN_CONSENT) {
            throw new ConsentNotValid("consent.error.under-sixteen");
        }
        if (giver.by() != GivenBy.SELF && !giver.authorityChecked()) {
            throw new ConsentNotValid("consent.error.authority-not-checked");
        }
        if (question.category() == nl.samenzicht.security.policy.DataCategory.SECRET_LOCATION
                && giver.by() == GivenBy.PARENT) {
            throw new ConsentNotValid("consent.error.location-not-by-parent");
        }
        var who = current.current();
        var id = ConsentId.next();
        var blocked = giver.by() == GivenBy.PARENT && consents.parentBlocked(caseFile);
        gate.admit(AccessRequest.of(who, Action.RECORD_CONSENT, new ResourceRef.OfCase(caseFile.value()), purpose, at)
                .with(new Counterpart(
                        question.recipient(),
                        Optional.empty(),
                        Ground.STATUTORY_TASK,
                        ConsentState.NONE,
                        Optional.of(id.value()),
                        blocked ? Set.of(Flag.BLOCKED_PARENT) : Set.of(),
                        Optional.<UUID>empty())));
        var consent = new Consent(
                id,
                persons.of(caseFile).orElseThrow(),
                caseFile,
                question,
                granted ? ConsentState.GRANTED : ConsentState.REFUSED,
                giver,
                who.professional(),
                who.agency(),
                at);
        consents.add(consent);
        return id;
    }

    /** Withdraws a consent; what rested on it ends now, and open pages are cleared. */
    @Transactional
    public void withdraw(CaseFileId caseFile, ConsentId id, Purpose purpose) {
        var at = clock.instant();
        var who = current.current();
        var found = consents.find(id).filter(row -> row.caseFile().equals(caseFile));
        var request =
                AccessRequest.of(who, Action.WITHDRAW_CONSENT, new ResourceRef.OfCase(caseFile.value()), purpose, at);
        gate.admit(found.map(row -> request.with(about(row))).orElse(request));
        var consent = found.orElseThrow(() -> new ConsentNotValid("consent.error.gone"));
        consent.withdraw(at);
        consents.changed(consent);
        withdrawn.fire(new ConsentWithdrawn(id, caseFile, consent.question(), who.professional(), who.agency(), at));
    }

    /**
     * Makes the receipt of an answer, for the person to keep; that it was made is on record.
     *
     * @param language in which it is written, as a BCP 47 tag; kept in the log
     * @throws ConsentNotValid when it is gone
     */
    @Transactional
    public ConsentReceipt receipt(CaseFileId caseFile, ConsentId id, String language, Purpose purpose) {
        var at = clock.instant();
        var found = consents.find(id).filter(row -> row.caseFile().equals(caseFile));
        var request = AccessRequest.of(
                        current.current(), Action.RECORD_CONSENT, new ResourceRef.OfCase(caseFile.value()), purpose, at)
                .because("receipt; language=" + language);
        gate.admit(found.map(row -> request.with(about(row))).orElse(request));
        var consent = found.orElseThrow(() -> new ConsentNotValid("consent.error.gone"));
        return new ConsentReceipt(
                "TS-" + id.value().toString().substring(28).toUpperCase(Locale.ROOT),
                directory.agency(consent.recordedByAgency()).name(),
                directory.agency(consent.question().recipient()).name(),
                consent.question().purpose(),
                consent.question().category(),
                consent.stateAt(at),
                consent.giver().by(),
                consent.recordedAt(),
                consent.question().until(),
                consent.withdrawnAt());
    }

    /** Names the consent in the log, so that a row that is put back there can be told from the one that stands. */
    private static Counterpart about(Consent consent) {
        return new Counterpart(
                consent.question().recipient(),
                Optional.empty(),
                Ground.STATUTORY_TASK,
                ConsentState.NONE,
                Optional.of(consent.id().value()),
                Set.of(),
                Optional.empty());
    }

    /** The consents and refusals of a case, newest first. */
    @Transactional
    public List<ConsentView> of(CaseFileId caseFile, Purpose purpose) {
        return of(gate.admit(AccessRequest.of(
                current.current(),
                Action.VIEW_CASE,
                new ResourceRef.OfCase(caseFile.value()),
                purpose,
                clock.instant())));
    }

    /** The same as a part of the card of a case, which was admitted once for all its parts. */
    public List<ConsentView> of(AccessGrant card) {
        gate.check(card, Action.VIEW_CASE);
        var at = card.at();
        return consents.of(new CaseFileId(card.caseFile().orElseThrow())).stream()
                .map(consent -> new ConsentView(
                        consent.id(),
                        directory.agency(consent.question().recipient()),
                        consent.question().purpose(),
                        consent.question().category(),
                        consent.stateAt(at),
                        consent.giver(),
                        consent.question().until(),
                        directory.professional(consent.recordedBy()).displayName(),
                        consent.recordedAt(),
                        consent.withdrawnAt()))
                .toList();
    }

    /** Keeps a parent who may be the exploiter out of consent, requests and notices. */
    @Transactional
    public void blockParent(CaseFileId caseFile, String reason, Purpose purpose) {
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw new ConsentNotValid("consent.error.block-reason-short");
        }
        var at = clock.instant();
        var who = current.current();
        var id = TimeOrderedId.next();
        gate.admit(AccessRequest.of(who, Action.CHANGE_CASE, new ResourceRef.OfCase(caseFile.value()), purpose, at)
                .because(reason)
                .about(List.of(id)));
        consents.blockParent(id, caseFile, reason.strip(), who.professional(), who.agency(), at);
    }

    /** Lets parents take part in consent again. */
    @Transactional
    public void liftBlock(CaseFileId caseFile, String reason, Purpose purpose) {
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw new ConsentNotValid("consent.error.block-reason-short");
        }
        var at = clock.instant();
        gate.admit(AccessRequest.of(
                        current.current(), Action.CHANGE_CASE, new ResourceRef.OfCase(caseFile.value()), purpose, at)
                .because(reason));
        consents.liftBlock(caseFile, at);
    }

    /** Whether a parent is blocked in this case; part of the card that the asker was admitted to. */
    @Transactional
    public boolean parentBlocked(CaseFileId caseFile, Purpose purpose) {
        return gate.wouldAdmit(AccessRequest.of(
                        current.current(),
                        Action.RECORD_CONSENT,
                        new ResourceRef.OfCase(caseFile.value()),
                        purpose,
                        clock.instant()))
                && consents.parentBlocked(caseFile);
    }

    /** What one's own agency recorded with a block that is in force; empty when there is none, or of another agency. */
    @Transactional
    public Optional<ParentBlock> ownBlock(CaseFileId caseFile, Purpose purpose) {
        var who = current.current();
        var mayLift = gate.wouldAdmit(AccessRequest.of(
                who, Action.CHANGE_CASE, new ResourceRef.OfCase(caseFile.value()), purpose, clock.instant()));
        return mayLift
                ? consents.blockBy(who.agency(), caseFile)
                        .map(block -> new ParentBlock(
                                directory.professional(new ProfessionalId(UUID.fromString(block.by()))),
                                block.since(),
                                consents.reasonOf(block)))
                : Optional.empty();
    }
}
