package nl.samenzicht.domain.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.domain.casefile.ItemHeader;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemReader;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.casefile.NeedToKnow;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.ParticipationService.CaseClosed;
import nl.samenzicht.domain.casefile.ParticipationService.PartyLeft;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.consent.ConsentWithdrawn;
import nl.samenzicht.domain.consent.Consents;
import nl.samenzicht.domain.lease.Revocation;
import nl.samenzicht.domain.lease.Revocations;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.police.Provisions;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.Looks;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.security.policy.Purpose;

/** Giving, answering and ending shares; and what follows when a consent or a participation ends. */
@ApplicationScoped
public class ShareService {

    private static final int SHORTEST_REASON = 10;
    private static final int DIRECTORY_LENGTH = 500;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Shares shares;
    private final Items items;
    private final ItemReader reader;
    private final CaseFiles caseFiles;
    private final Participations participations;
    private final Consents consents;
    private final Provisions provisions;
    private final Revocations revocations;
    private final NeedToKnow needToKnow;
    private final Looks looks;
    private final Directory directory;
    private final Notices notices;
    private final Sealer sealer;
    private final Clock clock;

    protected ShareService() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public ShareService(
            AccessGate gate,
            CurrentProfessional current,
            Shares shares,
            Items items,
            ItemReader reader,
            CaseFiles caseFiles,
            Participations participations,
            Consents consents,
            Provisions provisions,
            Revocations revocations,
            NeedToKnow needToKnow,
            Looks looks,
            Directory directory,
            Notices notices,
            Sealer sealer,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.shares = shares;
        this.items = items;
        this.reader = reader;
        this.caseFiles = caseFiles;
        this.participations = participations;
        this.consents = consents;
        this.provisions = provisions;
        this.revocations = revocations;
        this.needToKnow = needToKnow;
        this.looks = looks;
        this.directory = directory;
        this.notices = notices;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Shows exactly what the recipient would get, and which fields the purpose does not need. Is on record as a look. */
    @Transactional
    public SharePreview preview(ShareDraft draft, Purpose workingFor) {
        var who = current.current();
        var at = clock.instant();
        var chosen = chosen(draft, who);
        var prospect = gate.weigh(request(draft, chosen, who, at, Optional.empty()), functionsOf(draft));
        var views = reader.asRecipient(
                gate.admit(AccessRequest.of(
                        who,
                        Action.VIEW_SECTION,
                        new ResourceRef.OfItems(draft.caseFile().value(), draft.category(), chosen),
                        workingFor,
                        at)),
                draft.withheld(),
                prospect.onReceivingAtLeast());
        var filled = views.stream()
                .flatMap(view -> view.content().values().keySet().stream())
                .collect(Collectors.toSet());
        filled.addAll(draft.withheld());
        var notNeeded = FieldCatalogue.standard().of(draft.category()).stream()
                .filter(field -> filled.contains(field.key()) && !field.neededFor(draft.purpose()))
                .map(FieldDefinition::key)
                .collect(Collectors.toSet());
        var needed = new HashSet<>(filled);
        needed.removeAll(notNeeded);
        return new SharePreview(
                views,
                notNeeded,
                needed,
                shownLess(prospect),
                Optional.of(prospect).filter(weighed -> !weighed.permitted()));
    }

    /** The functions of whoever would receive: of the one professional, or of everybody at the agency. */
    private Set<Function> functionsOf(ShareDraft draft) {
        return draft.recipientProfessional()
                .map(person -> directory.professional(person).functions())
                .orElseGet(() -> directory.professionalsOf(draft.recipient()).stream()
                        .flatMap(person -> person.functions().stream())
                        .collect(Collectors.toSet()));
    }

    private static Map<Function, Set<Obligation>> shownLess(AccessGate.Prospect prospect) {
        var everybody = prospect.onReceivingAtLeast();
        return prospect.onReceiving().entrySet().stream()
                .filter(each -> !everybody.equals(each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The grounds on which this could be given, once the person consents or the police decide. Shows no content and is not
     * recorded; it helps somebody out of a refusal.
     */
    @Transactional
    public Set<Ground> possibleGrounds(ShareDraft draft) {
        var who = current.current();
        var at = clock.instant();
        var chosen = chosen(draft, who);
        var asked = request(draft, chosen, who, at, Optional.empty());
        var possible = EnumSet.noneOf(Ground.class);
        for (var ground : Ground.values()) {
            if (gate.weigh(asked.with(supposing(asked.counterpart().orElseThrow(), ground)), Set.of())
                    .permitted()) {
                possible.add(ground);
            }
        }
        return possible;
    }

    private static Counterpart supposing(Counterpart other, Ground ground) {
        var flags = EnumSet.noneOf(Flag.class);
        flags.addAll(other.flags());
        if (ground == Ground.WPG_PROVISION) {
            flags.add(Flag.PROVISION_RECORDED);
        }
        return new Counterpart(
                other.agency(),
                other.professional(),
                ground,
                ground == Ground.CONSENT ? ConsentState.GRANTED : ConsentState.NONE,
                Optional.empty(),
                flags,
                Optional.empty());
    }

    /** Offers a share. The rulebook decides whether it may be made, and again at every use. */
    @Transactional
    public ShareId offer(ShareDraft draft) {
        var who = current.current();
        var at = clock.instant();
        if (!draft.until().isAfter(at)) {
            throw new NotPossible("share.error.ends-in-past");
        }
        if (draft.recipient().equals(who.agency())) {
            throw new NotPossible("share.error.own-agency");
        }
        if (!participations.active(draft.caseFile(), draft.recipient(), at)) {
            throw new NotPossible(
                    "share.error.recipient-takes-no-part",
                    directory.agency(draft.recipient()).name());
        }
        caseFiles
                .facts(draft.caseFile())
                .flatMap(CaseFiles.CaseFacts::frameworkUntil)
                .filter(draft.until()::isAfter)
                .ifPresent(end -> {
                    throw new NotPossible("share.error.beyond-framework");
                });
        var chosen = chosen(draft, who);
        var id = ShareId.next();
        gate.admit(request(draft, chosen, who, at, Optional.of(id)));
        var message = draft.message()
                .filter(text -> !text.isBlank())
                .map(text -> sealer.seal(messagePlace(id), text.strip().getBytes(UTF_8)));
        shares.add(new Share(id, draft, who.professional(), who.agency(), message.orElse(null), at));
        draft.recipientProfessional()
                .ifPresentOrElse(
                        person -> notices.tell(draft.recipient(), person, "share.offered", id.value()),
                        () -> notices.tellReaders(draft.recipient(), "share.offered", id.value()));
        return id;
    }

    private Set<UUID> chosen(ShareDraft draft, ActingProfessional who) {
        var chosen = draft.standing()
                ? items.headers(draft.caseFile(), draft.category()).stream()
                        .filter(item -> item.owner().equals(who.agency()))
                        .map(item -> item.id().value())
                        .collect(Collectors.toSet())
                : draft.items().stream().map(ItemId::value).collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            throw new NotPossible("share.error.nothing-to-share");
        }
        return chosen;
    }

    private AccessRequest request(
            ShareDraft draft, Set<UUID> chosen, ActingProfessional who, Instant at, Optional<ShareId> id) {
        return AccessRequest.of(
                        who,
                        Action.SHARE_ITEM,
                        new ResourceRef.OfItems(draft.caseFile().value(), draft.category(), chosen),
                        draft.purpose(),
                        at)
                .with(new Counterpart(
                        draft.recipient(),
                        draft.recipientProfessional(),
                        draft.ground(),
                        draft.consent()
                                .map(consent -> consents.stateFor(
                                        consent,
                                        draft.caseFile(),
                                        draft.recipient(),
                                        draft.purpose(),
                                        draft.category(),
                                        at))
                                .orElse(ConsentState.NONE),
                        draft.consent().map(ConsentId::value),
                        flags(draft, chosen, at),
                        id.map(ShareId::value)));
    }

    private Set<Flag> flags(ShareDraft draft, Set<UUID> chosen, Instant at) {
        var flags = EnumSet.noneOf(Flag.class);
        if (draft.provision()
                .map(provision ->
                        provisions.covers(provision, draft.caseFile(), draft.recipient(), draft.purpose(), at))
                .orElse(false)) {
            flags.add(Flag.PROVISION_RECORDED);
        }
        if (draft.category() == DataCategory.SECRET_LOCATION
                && draft.recipientProfessional()
                        .map(person -> chosen.stream().allMatch(item -> needToKnow.named(new ItemId(item), person)))
                        .orElse(false)) {
            flags.add(Flag.ON_NEED_TO_KNOW_LIST);
        }
        return flags;
    }

    /** Accepts a share: from now on the recipient may look. */
    @Transactional
    public void accept(ShareId id, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        var share = answerable(id, who, purpose, at, Optional.empty());
        share.accept(who.professional(), at);
        shares.changed(share);
        items.wrapFor(taken(share), share.recipient());
        notices.tell(share.giver(), share.giverProfessional(), "share.accepted", id.value());
    }

    /** Declines a share, with a reason for the giver. */
    @Transactional
    public void decline(ShareId id, String reason, Purpose purpose) {
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw new NotPossible("share.error.reason-short", SHORTEST_REASON);
        }
        var who = current.current();
        var at = clock.instant();
        var share = answerable(id, who, purpose, at, Optional.of(reason.strip()));
        share.decline(
                who.professional(), sealer.seal(answerPlace(id), reason.strip().getBytes(UTF_8)), at);
        shares.changed(share);
        notices.tell(share.giver(), share.giverProfessional(), "share.declined", id.value());
    }

    private Share answerable(ShareId id, ActingProfessional who, Purpose purpose, Instant at, Optional<String> why) {
        var share = shares.find(id).orElseThrow(() -> new NotPossible("share.error.gone"));
        if (!share.recipient().equals(who.agency())
                || !share.recipientProfessional()
                        .map(who.professional()::equals)
                        .orElse(true)
                || share.state() != ShareState.OFFERED
                || !at.isBefore(share.until())) {
            throw new NotPossible("share.error.gone");
        }
        var request = AccessRequest.of(
                        who,
                        Action.ANSWER_SHARE,
                        new ResourceRef.OfCase(share.caseFile().value()),
                        purpose,
                        at)
                .with(Counterpart.of(share.giver(), Optional.of(share.giverProfessional()))
                        .on(share.id().value()));
        gate.admit(why.map(request::because).orElse(request));
        return share;
    }

    /** Ends a share that one's own agency gave, and tells what was read of it already. */
    @Transactional
    public EndedShare end(ShareId id, EndReason reason, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        var share = shares.find(id)
                .filter(row -> row.giver().equals(who.agency()))
                .orElseThrow(() -> new NotPossible("share.error.gone"));
        gate.admit(AccessRequest.of(
                        who,
                        Action.END_SHARE,
                        new ResourceRef.OfCase(share.caseFile().value()),
                        purpose,
                        at)
                .because(reason.name())
                .with(Counterpart.of(share.recipient(), share.recipientProfessional())
                        .on(id.value())));
        if (share.state() != ShareState.OFFERED && share.state() != ShareState.ACCEPTED) {
            throw new NotPossible("share.error.gone");
        }
        var seen = looks(share);
        end(share, who.professional(), reason, at);
        return seen;
    }

    /** What the recipient has read of a share so far. */
    @Transactional
    public EndedShare alreadyRead(ShareId id, Purpose purpose) {
        var who = current.current();
        var share = shares.find(id)
                .filter(row -> row.giver().equals(who.agency()))
                .orElseThrow(() -> new NotPossible("share.error.gone"));
        gate.admit(AccessRequest.of(
                who, Action.VIEW_CASE, new ResourceRef.OfCase(share.caseFile().value()), purpose, clock.instant()));
        return looks(share);
    }

    private EndedShare looks(Share share) {
        var items = taken(share).stream().map(ItemId::value).toList();
        return new EndedShare(
                share.id(),
                looks.at(items, share.recipient(), share.from()).stream()
                        .map(look -> new EndedShare.Look(
                                look.at(),
                                directory.professional(look.professional()).displayName(),
                                look.code()))
                        .toList());
    }

    private void end(Share share, ProfessionalId by, EndReason reason, Instant at) {
        var accepted = share.state() == ShareState.ACCEPTED;
        share.end(by, reason, at);
        shares.changed(share);
        if (accepted) {
            items.unwrapFrom(noLongerGiven(share, at), share.recipient());
        }
        revocations.revoke(new Revocation(
                share.caseFile(),
                Optional.of(share.recipient()),
                share.recipientProfessional(),
                Optional.of(share.category())));
        notices.tellReaders(share.recipient(), "share.ended", share.id().value());
    }

    private List<ItemId> taken(Share share) {
        return items.headers(share.caseFile(), share.category()).stream()
                .filter(item -> item.owner().equals(share.giver()))
                .filter(item ->
                        share.standing() || share.items().contains(item.id().value()))
                .map(ItemHeader::id)
                .toList();
    }

    /** Items of this share that no other active share gives to the same agency. */
    private Collection<ItemId> noLongerGiven(Share share, Instant at) {
        var others = shares.of(share.caseFile()).stream()
                .filter(other -> !other.id().equals(share.id())
                        && other.recipient().equals(share.recipient())
                        && other.giver().equals(share.giver())
                        && other.state() == ShareState.ACCEPTED
                        && other.until().isAfter(at))
                .flatMap(other -> taken(other).stream())
                .collect(Collectors.toSet());
        return taken(share).stream().filter(item -> !others.contains(item)).toList();
    }

    /** The shares of one case that one's own agency gave or got. */
    @Transactional
    public List<ShareView> ofCase(CaseFileId caseFile, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        return ofCase(gate.admit(
                AccessRequest.of(who, Action.VIEW_CASE, new ResourceRef.OfCase(caseFile.value()), purpose, at)));
    }

    /** The same as a part of the card of a case, which was admitted once for all its parts. */
    public List<ShareView> ofCase(AccessGrant card) {
        gate.check(card, Action.VIEW_CASE);
        return views(shares.of(new CaseFileId(card.caseFile().orElseThrow())), card.who(), card.at());
    }

    /** The in and out directory of one's own agency. */
    @Transactional
    public List<ShareView> directory(Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        return directory(gate.admit(AccessRequest.ofList(who, purpose, at)));
    }

    /** The same as a part of a list that was admitted once for all its parts. */
    public List<ShareView> directory(AccessGrant list) {
        gate.check(list, Action.LIST_CASES);
        var who = list.who();
        var at = list.at();
        return views(
                shares.ofAgency(who.agency(), DIRECTORY_LENGTH).stream()
                        .filter(share -> participations
                                        .standingOf(share.caseFile(), who.agency(), who.professional(), at)
                                        .state()
                                == nl.samenzicht.security.policy.ParticipationState.ACTIVE)
                        .toList(),
                who,
                at);
    }

    private List<ShareView> views(List<Share> rows, ActingProfessional who, Instant at) {
        return rows.stream()
                .filter(share -> share.giver().equals(who.agency())
                        || (share.recipient().equals(who.agency())
                                && share.recipientProfessional()
                                        .map(who.professional()::equals)
                                        .orElse(true)))
                .map(share -> view(share, who, at))
                .map(share -> gate.couldRead(who, share.purpose(), share.category(), at) ? share : share.withoutWords())
                .toList();
    }

    private ShareView view(Share share, ActingProfessional who, Instant at) {
        var passed = !at.isBefore(share.until());
        var state = passed && share.state() != ShareState.DECLINED ? ShareState.ENDED : share.state();
        var incoming = share.recipient().equals(who.agency());
        return new ShareView(
                share.id(),
                caseFiles.nameOf(share.caseFile()),
                !incoming,
                directory.agency(share.giver()),
                directory.agency(share.recipient()),
                share.recipientProfessional().map(directory::professional),
                share.category(),
                share.standing(),
                share.items(),
                share.purpose(),
                share.ground(),
                share.sealedMessage().map(bytes -> new String(sealer.open(messagePlace(share.id()), bytes), UTF_8)),
                share.sealedAnswer().map(bytes -> new String(sealer.open(answerPlace(share.id()), bytes), UTF_8)),
                state,
                share.offeredAt(),
                share.until(),
                share.endedAt(),
                share.endedReason(),
                incoming && state == ShareState.OFFERED);
    }

    /** What would stop if this consent were withdrawn, whoever gave it; what giver and recipient wrote is left out. */
    @Transactional
    public List<ShareView> restingOn(CaseFileId caseFile, ConsentId consent, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        gate.admit(AccessRequest.of(who, Action.VIEW_CASE, new ResourceRef.OfCase(caseFile.value()), purpose, at));
        return shares.restingOn(consent).stream()
                .filter(share -> share.state() == ShareState.OFFERED || share.state() == ShareState.ACCEPTED)
                .filter(share -> at.isBefore(share.until()))
                .map(share -> view(share, who, at).withoutWords())
                .toList();
    }

    void consentWithdrawn(@Observes ConsentWithdrawn withdrawn) {
        shares.restingOn(withdrawn.consent()).forEach(share -> {
            if (share.state() == ShareState.OFFERED || share.state() == ShareState.ACCEPTED) {
                end(share, withdrawn.by(), EndReason.CONSENT_WITHDRAWN, withdrawn.at());
            }
        });
    }

    void partyLeft(@Observes PartyLeft left) {
        shares.of(left.caseFile()).stream()
                .filter(share ->
                        share.recipient().equals(left.agency()) || share.giver().equals(left.agency()))
                .filter(share -> left.professional().isEmpty()
                        || share.recipientProfessional().equals(left.professional()))
                .filter(share -> share.state() == ShareState.OFFERED || share.state() == ShareState.ACCEPTED)
                .forEach(share -> end(share, left.by(), EndReason.PARTY_LEFT, left.at()));
    }

    void caseClosed(@Observes CaseClosed closed) {
        shares.of(closed.caseFile()).stream()
                .filter(share -> share.state() == ShareState.OFFERED || share.state() == ShareState.ACCEPTED)
                .forEach(share -> end(share, closed.by(), EndReason.CASE_CLOSED, closed.at()));
    }

    private static String messagePlace(ShareId id) {
        return "share-message:" + id;
    }

    private static String answerPlace(ShareId id) {
        return "share-answer:" + id;
    }
}
