package nl.samenzicht.domain.admission;

import static java.util.stream.Collectors.toCollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.CaseFile;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.ItemHeader;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.casefile.NeedToKnow;
import nl.samenzicht.domain.casefile.Participation;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.consent.Consents;
import nl.samenzicht.domain.elsewhere.QuestionLimits;
import nl.samenzicht.domain.emergency.BreakGlass;
import nl.samenzicht.domain.emergency.BreakGlasses;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.domain.police.Provisions;
import nl.samenzicht.domain.report.Reports;
import nl.samenzicht.domain.rights.CopyRequests;
import nl.samenzicht.domain.sharing.Shares;
import nl.samenzicht.domain.sharing.Shares.ShareFacts;
import nl.samenzicht.domain.signal.SignalFacts;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.ElsewhereFacts;
import nl.samenzicht.security.access.ItemFacts;
import nl.samenzicht.security.access.ResourceFacts;
import nl.samenzicht.security.access.ResourceProvider;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.ParticipationState;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.security.policy.Relation;

/**
 * Gathers the facts of a case or a signal for the gate. For one that does not exist it asks the same questions as for one that
 * does, so that the two answers take equally long.
 */
@ApplicationScoped
public class CaseworkFacts implements ResourceProvider {

    /** The categories that say who somebody is. */
    private static final Set<DataCategory> DESCRIBING =
            EnumSet.of(DataCategory.IDENTITY, DataCategory.BSN, DataCategory.CONTACT);

    private final EntityManager store;
    private final CaseFiles caseFiles;
    private final Participations participations;
    private final Items items;
    private final Shares shares;
    private final Consents consents;
    private final Provisions provisions;
    private final BreakGlasses emergencies;
    private final NeedToKnow needToKnow;
    private final SignalFacts signals;
    private final Reports reports;
    private final QuestionLimits limits;
    private final CopyRequests copies;

    protected CaseworkFacts() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public CaseworkFacts(
            @Casework EntityManager store,
            CaseFiles caseFiles,
            Participations participations,
            Items items,
            Shares shares,
            Consents consents,
            Provisions provisions,
            BreakGlasses emergencies,
            NeedToKnow needToKnow,
            SignalFacts signals,
            Reports reports,
            QuestionLimits limits,
            CopyRequests copies) {
        this.store = store;
        this.caseFiles = caseFiles;
        this.participations = participations;
        this.items = items;
        this.shares = shares;
        this.consents = consents;
        this.provisions = provisions;
        this.emergencies = emergencies;
        this.needToKnow = needToKnow;
        this.signals = signals;
        this.reports = reports;
        this.limits = limits;
        this.copies = copies;
    }

    @Override
    public Optional<ResourceFacts> factsOf(ResourceRef resource, ActingProfessional who, Instant at) {
        if (resource instanceof ResourceRef.OfAgency) {
            return Optional.of(ResourceFacts.ofAgency());
        }
        if (resource instanceof ResourceRef.OfSignal one) {
            return signals.of(new SignalId(one.signal()), one.only(), who, at);
        }
        if (resource instanceof ResourceRef.OfReport report) {
            return report.caseFile().isPresent()
                    ? factsOfCase(new ResourceRef.OfCase(report.caseFile().get()), who, at)
                            .map(facts -> facts.with(
                                    reports.factsOf(report, who, at).stream().toList()))
                    : Optional.of(received(report, who, at));
        }
        if (resource instanceof ResourceRef.OfSignalCard card) {
            return signals.forOfficer(new SignalId(card.signal()), Set.of(), Set.of(), who, at);
        }
        return factsOfCase(resource, who, at).or(() -> itemsOfSignal(resource, who, at));
    }

    /** Of a signal that the person asked about by right, the items that an officer names for their copy. */
    private Optional<ResourceFacts> itemsOfSignal(ResourceRef resource, ActingProfessional who, Instant at) {
        if (!(resource instanceof ResourceRef.OfItems named)) {
            return Optional.empty();
        }
        var flags = EnumSet.noneOf(Flag.class);
        raise(flags, Flag.ACCESS_REQUEST, asksForCopy(resource, new CaseFileId(named.caseId()), who));
        return signals.forOfficer(new SignalId(named.caseId()), named.items(), flags, who, at);
    }

    /** Of a report that was sent to the asker's agency: the report alone, and nothing of the case. */
    private ResourceFacts received(ResourceRef.OfReport report, ActingProfessional who, Instant at) {
        var item = reports.factsOf(report, who, at).stream().toList();
        return ResourceFacts.withoutCase(
                item.isEmpty()
                        ? Optional.empty()
                        : reports.personOf(report.report()).map(PersonId::value),
                item);
    }

    private Optional<ResourceFacts> factsOfCase(ResourceRef resource, ActingProfessional who, Instant at) {
        var id = new CaseFileId(resource.caseFile().orElseThrow());
        var rows = rowsOf(id, who, at);
        var facts = caseFiles.facts(only(rows, CaseFile.class).stream().findFirst());
        var standing = participations.standingOf(only(rows, Participation.class), who.professional(), at);
        var emergency = emergencies.openUntil(only(rows, BreakGlass.class), at);
        var conflict = needToKnow.hasConflict(id, who.professional());
        var headers = headersOf(resource, id);
        var given = shares.towards(id, who.agency(), who.professional());
        var asked = asksForCopy(resource, id, who);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        var flags = EnumSet.noneOf(Flag.class);
        raise(flags, Flag.CONFLICT_OF_INTEREST, conflict);
        raise(flags, Flag.CASE_CLOSED, facts.get().closed());
        raise(
                flags,
                Flag.FRAMEWORK_ENDED,
                facts.get().frameworkUntil().map(end -> !at.isBefore(end)).orElse(false));
        raise(flags, Flag.ASKED_TOO_OFTEN, resource instanceof ResourceRef.OfPerson && limits.passed(who, at));
        raise(
                flags,
                Flag.REVIEW_OVERDUE,
                resource instanceof ResourceRef.OfCase && emergencies.suspended(who.professional(), who.agency(), at));
        raise(flags, Flag.ACCESS_REQUEST, asked);
        var open = emergency.isPresent();
        var byEmergency = open && standing.state() != ParticipationState.ACTIVE;
        var outside = standing.state() == ParticipationState.NONE;
        return Optional.of(new ResourceFacts(
                Optional.of(facts.get().person().value()),
                facts.get().framework(),
                standing.state(),
                outside || byEmergency ? ResourceFacts.BEGINNING : standing.from(),
                byEmergency ? emergency.orElseThrow() : outside ? ResourceFacts.NO_END : standing.until(),
                Optional.of(facts.get().lead()),
                standing.leads(),
                open,
                flags,
                headers.stream()
                        .flatMap(header -> factsOf(header, given, who, open, id, at))
                        .toList()));
    }

    /** Whether the person asked the officer's agency for what is opened here; for who is no officer it is not looked up. */
    private boolean asksForCopy(ResourceRef resource, CaseFileId id, ActingProfessional who) {
        return who.function() == Function.PRIVACY_OFFICER
                && resource instanceof ResourceRef.OfItems named
                && copies.asks(who.agency(), id, named.category());
    }

    @Override
    public Map<UUID, ElsewhereFacts> factsElsewhere(Collection<UUID> asked, ActingProfessional who, Instant at) {
        var headers = items.headers(asked);
        var ids = headers.stream().map(ItemHeader::caseFile).collect(toCollection(LinkedHashSet::new));
        while (ids.size() < asked.size()) {
            // as many are asked for, however many there are
            ids.add(new CaseFileId(TimeOrderedId.next()));
        }
        var rows = store.createQuery(
                        "select c, p from CaseFile c left join Participation p on p.caseFile = c.id where c.id in :ids",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var conflicts = needToKnow.conflictsOf(who.professional());
        var parties = only(rows, Participation.class);
        var files = caseFiles.facts(only(rows, CaseFile.class));
        var facts = new HashMap<UUID, ElsewhereFacts>();
        for (var item : headers) {
            var file = files.get(item.caseFile());
            if (file != null
                    && !item.owner().equals(who.agency())
                    && !participations.takesPart(parties, item.caseFile(), who.agency(), at)
                    && participations.takesPart(parties, item.caseFile(), item.owner(), at)) {
                facts.put(item.id().value(), elsewhere(item, file, conflicts.contains(item.caseFile()), at));
            }
        }
        return facts;
    }

    private ElsewhereFacts elsewhere(ItemHeader item, CaseFiles.CaseFacts file, boolean conflict, Instant at) {
        var flags = EnumSet.noneOf(Flag.class);
        raise(flags, Flag.CONFLICT_OF_INTEREST, conflict);
        raise(flags, Flag.CASE_CLOSED, file.closed());
        raise(
                flags,
                Flag.FRAMEWORK_ENDED,
                file.frameworkUntil().map(end -> !at.isBefore(end)).orElse(false));
        return new ElsewhereFacts(
                item.caseFile().value(),
                file.person().value(),
                file.framework(),
                flags,
                unshared(item, item.owner(), Relation.NONE, Ground.STATUTORY_TASK, barsOn(item, at)));
    }

    /** The case, how the asker's agency takes part and what emergency is open, in one question to the database. */
    private List<Object> rowsOf(CaseFileId id, ActingProfessional who, Instant at) {
        return store.createQuery(
                        "select c, p, b from CaseFile c"
                                + " left join Participation p on p.caseFile = c.id and p.agency = :agency"
                                + " left join BreakGlass b on b.caseFile = c.id and b.professional = :professional and b.until > :at"
                                + " where c.id = :id",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("agency", who.agency())
                .setParameter("professional", who.professional())
                .setParameter("at", at)
                .getResultStream()
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static <T> List<T> only(List<Object> rows, Class<T> type) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<ItemHeader> headersOf(ResourceRef resource, CaseFileId id) {
        if (resource instanceof ResourceRef.OfPerson) {
            return items.headers(id).stream()
                    .filter(item -> DESCRIBING.contains(item.category()))
                    .toList();
        }
        if (resource instanceof ResourceRef.OfCase) {
            return items.headers(id);
        }
        var section = items.headers(id, resource.category());
        return resource instanceof ResourceRef.OfItems named
                ? section.stream()
                        .filter(item -> named.items().contains(item.id().value()))
                        .toList()
                : section;
    }

    /**
     * One item in every way that the asker stands to it: own; or through each share that takes it in, those that hold now
     * first and of these the one that lasts longest; and last, in an emergency, without any share.
     */
    private Stream<ItemFacts> factsOf(
            ItemHeader item,
            List<ShareFacts> given,
            ActingProfessional who,
            boolean emergency,
            CaseFileId id,
            Instant at) {
        var flags = flagsOf(item, who, at);
        if (item.owner().equals(who.agency())) {
            return Stream.of(unshared(item, who.agency(), Relation.OWN, Ground.STATUTORY_TASK, flags));
        }
        var byShare = given.stream()
                .filter(each -> each.takesIn(item.id().value(), item.category(), item.owner()))
                .sorted(Comparator.comparing((ShareFacts each) -> each.activeAt(at))
                        .thenComparing(ShareFacts::until)
                        .reversed())
                .map(each -> shared(item, each, EnumSet.copyOf(flags), who, id, at));
        return emergency
                ? Stream.concat(
                        byShare, Stream.of(unshared(item, item.owner(), Relation.NONE, Ground.VITAL_INTEREST, flags)))
                : byShare;
    }

    private EnumSet<Flag> flagsOf(ItemHeader item, ActingProfessional who, Instant at) {
        var flags = barsOn(item, at);
        raise(
                flags,
                Flag.FROM_POLICE,
                item.regime() == Regime.WPG && !item.owner().equals(who.agency()));
        raise(
                flags,
                Flag.ON_NEED_TO_KNOW_LIST,
                item.category() == DataCategory.SECRET_LOCATION && needToKnow.named(item.id(), who.professional()));
        return flags;
    }

    private static EnumSet<Flag> barsOn(ItemHeader item, Instant at) {
        var flags = EnumSet.noneOf(Flag.class);
        raise(flags, Flag.RESTRICTED, item.restricted());
        raise(flags, Flag.EMBARGOED, item.embargoUntil().map(at::isBefore).orElse(false));
        raise(
                flags,
                Flag.RETENTION_PASSED,
                item.retainedUntil().map(end -> !at.isBefore(end)).orElse(false));
        return flags;
    }

    private ItemFacts shared(
            ItemHeader item, ShareFacts share, EnumSet<Flag> flags, ActingProfessional who, CaseFileId id, Instant at) {
        raise(flags, Flag.SHARE_ENDED, share.ended() || !at.isBefore(share.until()));
        raise(
                flags,
                Flag.PROVISION_RECORDED,
                share.provision()
                        .map(provision -> provisions.covers(provision, id, who.agency(), share.purpose(), at))
                        .orElse(false));
        raise(
                flags,
                Flag.POLICE_CONSENT,
                share.provision().map(provisions::onwardAllowed).orElse(false));
        var consent = share.consent()
                .map(given -> consents.stateFor(given, id, who.agency(), share.purpose(), item.category(), at))
                .orElse(ConsentState.NONE);
        return new ItemFacts(
                item.id().value(),
                item.category(),
                item.currentVersion(),
                item.owner(),
                who.agency(),
                item.regime(),
                share.activeAt(at) ? Relation.SHARED : Relation.NONE,
                share.ground(),
                consent,
                share.from(),
                share.until(),
                flags,
                Optional.of(share.id().value()),
                share.consent().map(given -> given.value()),
                Optional.of(share.purpose()),
                share.withheld());
    }

    private static ItemFacts unshared(
            ItemHeader item, AgencyId keyHolder, Relation relation, Ground ground, EnumSet<Flag> flags) {
        return ItemFacts.unshared(
                item.id().value(),
                item.category(),
                item.currentVersion(),
                item.owner(),
                keyHolder,
                item.regime(),
                relation,
                ground,
                flags);
    }

    private static void raise(EnumSet<Flag> flags, Flag flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }
}
