package nl.samenzicht.domain.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.EntryRef;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LifeCycle;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * Carries out what two people agreed on. First the items are destroyed, in one transaction; then the log gets a line for each
 * case, and one that is the certificate. Whoever stops in between goes on there: nothing is ever half destroyed, and nothing
 * stays destroyed without a certificate. Should it stop between the line and noting it, the line is written once more.
 */
@ApplicationScoped
public class DestructionJob {

    /** The job under which the log names what the system does here. */
    static final String JOB = "DESTROYING";

    private final Destructions destructions;
    private final LegalHolds holds;
    private final Shredding shredding;
    private final DestroyedFile file;
    private final CaseFiles caseFiles;
    private final Notices notices;
    private final AuditLedger ledger;
    private final Clock clock;

    protected DestructionJob() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public DestructionJob(
            Destructions destructions,
            LegalHolds holds,
            Shredding shredding,
            DestroyedFile file,
            CaseFiles caseFiles,
            Notices notices,
            AuditLedger ledger,
            Clock clock) {
        this.destructions = destructions;
        this.holds = holds;
        this.shredding = shredding;
        this.file = file;
        this.caseFiles = caseFiles;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Those that are agreed on or carried out, and not certified yet, oldest first. */
    @Transactional
    public List<UUID> waiting() {
        return destructions.in(EnumSet.of(DestructionState.APPROVED, DestructionState.DESTROYED));
    }

    /** Destroys what was agreed on, unless something holds it up by now; does nothing when it was done already. */
    @Transactional
    public void destroy(UUID id) {
        destructions
                .forChange(id)
                .filter(each -> each.state() == DestructionState.APPROVED)
                .ifPresent(each -> destroy(each, clock.instant()));
    }

    private void destroy(Destruction destruction, Instant at) {
        var list = destructions.itemsOf(destruction);
        var owner = destruction.agency();
        var held = holds.heldOn(DueItem.day(at), owner);
        if (!destruction.isOf(list) || !Collections.disjoint(held, list.dossiers())) {
            destruction.stop();
            destructions.changed(destruction);
            return;
        }
        var recipients = shredding.recipients(list, owner);
        shredding.destroy(list, owner, at);
        recipients.forEach(each -> notices.tell(
                each.agency(),
                Function.PRIVACY_OFFICER,
                "retention.destroyed-elsewhere",
                each.dossier().value()));
        destruction.destroyed(at);
        destructions.changed(destruction);
    }

    /**
     * Destroys again what a restored backup brought back, and puts on record that it did; does nothing when nothing of it is
     * there.
     */
    @Transactional
    void again(DestroyedFile.Mark mark) {
        var at = clock.instant();
        var back = shredding.destroy(mark.list(), mark.agency(), at);
        if (!back.isEmpty()) {
            var event = event(mark.destruction(), mark.agency(), at)
                    .items(refs(back, mark.agency()))
                    .detail("again after a restore; first destroyed at " + mark.at() + "; items=" + back.size());
            ledger.append(event.build());
            file.destroyedAgain();
        }
    }

    /** Puts on record what was destroyed; does nothing when that was done already. */
    @Transactional
    public void certify(UUID id) {
        destructions
                .forChange(id)
                .filter(each -> each.state() == DestructionState.DESTROYED)
                .ifPresent(this::certify);
    }

    private void certify(Destruction destruction) {
        var list = destructions.itemsOf(destruction);
        file.add(destruction, list);
        list.items().stream()
                .collect(groupingBy(DueItem::dossier))
                .forEach((dossier, items) -> record(destruction, dossier, items));
        destruction.certified(ledger.append(
                        event(destruction).detail(inWords(destruction, list)).build())
                .code());
        destructions.changed(destruction);
    }

    private EntryRef record(Destruction destruction, CaseFileId dossier, List<DueItem> items) {
        var event = event(destruction).caseId(dossier.value()).items(refs(items, destruction.agency()));
        caseFiles.of(dossier).ifPresent(person -> event.personId(person.value()));
        return ledger.append(event.build());
    }

    private static List<ItemRef> refs(List<DueItem> items, AgencyId owner) {
        return items.stream()
                .map(each -> new ItemRef(each.item().value(), ItemRef.NO_VERSION, owner))
                .toList();
    }

    private static LedgerEvent.Builder event(Destruction destruction) {
        return event(
                destruction.id(),
                destruction.agency(),
                destruction.destroyedAt().orElseThrow());
    }

    private static LedgerEvent.Builder event(UUID destruction, AgencyId owner, Instant at) {
        return LedgerEvent.of(at, Action.DESTROY.name(), Actor.job(JOB, owner))
                .outcome(Outcome.PERMITTED)
                .lifeCycle(LifeCycle.DELETE)
                .purpose(Purpose.OVERSIGHT.name())
                .category(DataCategory.CASE_HEADER.name())
                .item(new ItemRef(destruction, ItemRef.NO_VERSION, owner));
    }

    /** The certificate as the log keeps it: kinds, counts and numbers of people, nothing of a person in a case. */
    private static String inWords(Destruction destruction, ProposedItems list) {
        var counts = list.counted().stream()
                .map(each -> "%s/%s=%d"
                        .formatted(
                                each.category(), each.record().map(Enum::name).orElse("-"), each.items()))
                .collect(joining(", "));
        return "certificate; basis=%s; terms=%d; proposed=%s; approved=%s; items=%d; %s; sha256=%s"
                .formatted(
                        destruction.basis(),
                        destruction.terms(),
                        destruction.proposedBy().value(),
                        destruction.decidedBy().orElseThrow().value(),
                        list.items().size(),
                        counts,
                        HexFormat.of().formatHex(list.digest()));
    }
}
