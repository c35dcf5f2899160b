package nl.samenzicht.domain.casefile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static nl.samenzicht.security.access.ResourceFacts.NO_END;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.samenzicht.domain.linkage.LinkageIndex;
import nl.samenzicht.domain.linkage.Persona;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.KeyHolder;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;

/** What people do with a case file: open one, look at its card, open a category, record and change items. */
@ApplicationScoped
public class CaseFileService {

    private static final Set<Action> ON_THE_WHOLE_CASE = EnumSet.of(
            Action.CHANGE_CASE,
            Action.CLOSE_CASE,
            Action.INVITE_PARTY,
            Action.LEAVE_CASE,
            Action.MOVE_LEAD,
            Action.RECORD_CONSENT,
            Action.WITHDRAW_CONSENT,
            Action.REQUEST_ACCESS,
            Action.ANSWER_SHARE,
            Action.END_SHARE,
            Action.RECORD_PROVISION,
            Action.BREAK_GLASS);

    private static final Set<DataCategory> IDENTIFYING =
            EnumSet.of(DataCategory.IDENTITY, DataCategory.BSN, DataCategory.CONTACT);

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final CaseFiles caseFiles;
    private final Participations participations;
    private final Items items;
    private final ItemReader reader;
    private final SearchTokens searchTokens;
    private final LinkageIndex linkage;
    private final ItemTerms terms;
    private final NeedToKnow needToKnow;
    private final KeyHolders keyHolders;
    private final HeldRestrictions heldRestrictions;
    private final Directory directory;
    private final Clock clock;
    private final FieldCatalogue catalogue = FieldCatalogue.standard();
    private final CodeNames codeNames = new CodeNames();

    protected CaseFileService() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public CaseFileService(
            AccessGate gate,
            CurrentProfessional current,
            CaseFiles caseFiles,
            Participations participations,
            Items items,
            ItemReader reader,
            SearchTokens searchTokens,
            LinkageIndex linkage,
            ItemTerms terms,
            NeedToKnow needToKnow,
            KeyHolders keyHolders,
            HeldRestrictions heldRestrictions,
            Directory directory,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.caseFiles = caseFiles;
        this.participations = participations;
        this.items = items;
        this.reader = reader;
        this.searchTokens = searchTokens;
        this.linkage = linkage;
        this.terms = terms;
        this.needToKnow = needToKnow;
        this.keyHolders = keyHolders;
        this.heldRestrictions = heldRestrictions;
        this.directory = directory;
        this.clock = clock;
    }

    /** Opens a case file; the opener's agency becomes the leading participation in the same transaction. */
    @Transactional
    public CaseName open(OpenCase command, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        gate.admit(AccessRequest.of(
                who, Action.OPEN_CASE, new ResourceRef.OfAgency(DataCategory.CASE_HEADER), purpose, at));
        return add(command, purpose, who, at);
    }

    CaseName add(OpenCase command, Purpose purpose, ActingProfessional who, Instant at) {
        var file = new CaseFile(
                CaseFileId.next(),
                caseFiles.nextNumber(),
                freeCodeName(),
                PersonId.next(),
                command.cooperation(),
                who.agency(),
                who.professional(),
                at);
        caseFiles.add(file);
        participations.add(new Participation(
                file.id(),
                who.agency(),
                Optional.empty(),
                Part.LEAD,
                purpose,
                Ground.STATUTORY_TASK,
                at,
                NO_END,
                who.professional(),
                at));
        return new CaseName(file.id(), file.number(), file.codeName());
    }

    /**
     * Makes a case with its first items, for an import that was admitted; the agency that imports takes the lead. The case
     * and its items are on record when this returns.
     */
    @Transactional
    public CaseName make(AccessGrant importing, OpenCase command, List<NewItem> contents) {
        caseFiles.checkImport(importing);
        var who = importing.who();
        var made = add(command, importing.purpose(), who, importing.at());
        var ids = contents.stream()
                .map(item -> add(
                        ItemId.next(), made.id(), item.category(), item.kind(), item.content(), who, importing.at()))
                .map(ItemId::value)
                .toList();
        var person = caseFiles.of(made.id()).orElseThrow().value();
        caseFiles.settle();
        gate.recordMade(importing, made.id().value(), person, ids);
        return made;
    }

    private String freeCodeName() {
        var name = codeNames.next();
        while (caseFiles.codeNameTaken(name)) {
            name = codeNames.next();
        }
        return name;
    }

    /** The purposes for which the asker can work on cases under their function; shows nothing of any case. */
    public Set<Purpose> purposes() {
        return gate.purposesOf(current.current(), clock.instant());
    }

    /** Tells whether the asker could open a new case for this purpose, without doing it; for drawing the button. */
    @Transactional
    public boolean mayOpen(Purpose purpose) {
        return gate.wouldAdmit(AccessRequest.of(
                current.current(),
                Action.OPEN_CASE,
                new ResourceRef.OfAgency(DataCategory.CASE_HEADER),
                purpose,
                clock.instant()));
    }

    /** Returns one page of the cases that the asker could open now for this purpose. */
    @Transactional
    public CasePage list(CaseFilter filter, Purpose purpose, int offset, int limit) {
        var who = current.current();
        var grant = gate.admit(AccessRequest.ofList(who, purpose, clock.instant()));
        var rows = participations.withoutForged(caseFiles.list(grant, filter, offset, limit), who.agency()).stream()
                .map(file -> new CaseRow(
                        new CaseName(file.id(), file.number(), file.codeName()),
                        file.cooperation().framework(),
                        file.status(),
                        directory.agency(file.lead()),
                        file.lead().equals(who.agency()),
                        file.openedAt()))
                .toList();
        return new CasePage(rows, caseFiles.count(grant, filter));
    }

    /** Returns the card of a case, with how each category stands for this purpose. */
    @Transactional
    public CaseOverview view(CaseFileId id, Purpose purpose) {
        return view(admitCard(id, purpose));
    }

    /** Admits a look at the card of a case once, for all that is shown with it. */
    public AccessGrant admitCard(CaseFileId id, Purpose purpose) {
        var card = AccessRequest.of(
                current.current(), Action.VIEW_CASE, new ResourceRef.OfCase(id.value()), purpose, clock.instant());
        return gate.admit(card, ON_THE_WHOLE_CASE);
    }

    /** The same as a part of what was admitted with {@link #admitCard}. */
    public CaseOverview view(AccessGrant grant) {
        gate.check(grant, Action.VIEW_CASE);
        var who = grant.who();
        var at = grant.at();
        var file = caseFiles.read(grant);
        return new CaseOverview(
                new CaseName(file.id(), file.number(), file.codeName()),
                file.cooperation(),
                file.status(),
                directory.agency(file.lead()),
                file.lead().equals(who.agency()),
                file.openedAt(),
                file.closedAt(),
                participations.of(file.id()).stream()
                        .map(party -> view(party, at))
                        .toList(),
                grant.sections(),
                grant.purpose(),
                grant.emergency(),
                grant.possible(),
                grant.entry().code());
    }

    private PartyView view(Participation party, Instant at) {
        return new PartyView(
                party.id(),
                directory.agency(party.agency()),
                party.professional().map(directory::professional),
                party.part(),
                party.purpose(),
                party.ground(),
                party.from(),
                party.until(),
                party.activeAt(at));
    }

    /** Opens one category of a case for a purpose: own items, and those that others share with the asker. */
    @Transactional
    public SectionView open(CaseFileId id, DataCategory category, Purpose purpose) {
        var who = current.current();
        var section = new ResourceRef.OfSection(id.value(), category);
        var at = clock.instant();
        var grant = gate.admit(
                AccessRequest.of(who, Action.VIEW_SECTION, section, purpose, at), Set.of(Action.RECORD_ITEM));
        return new SectionView(
                id,
                category,
                purpose,
                reader.read(grant),
                grant.possible().contains(Action.RECORD_ITEM),
                grant.entry().code(),
                at);
    }

    /**
     * Tells whether the asker could record something in a category now, without doing it. Shows no content and is not
     * recorded; for drawing a category in which nothing may be shown like one in which nothing lies.
     */
    @Transactional
    public boolean mayRecord(CaseFileId id, DataCategory category, Purpose purpose) {
        return gate.wouldAdmit(AccessRequest.of(
                current.current(),
                Action.RECORD_ITEM,
                new ResourceRef.OfSection(id.value(), category),
                purpose,
                clock.instant()));
    }

    /** Shows one value that is masked, such as a citizen service number, for a reason that goes on record. */
    @Transactional
    public String reveal(CaseFileId id, DataCategory category, ItemId item, String field, String why, Purpose purpose) {
        var grant = gate.admit(AccessRequest.of(
                        current.current(),
                        Action.VIEW_SECTION,
                        new ResourceRef.OfItems(id.value(), category, Set.of(item.value())),
                        purpose,
                        clock.instant())
                .because(requireReason(why)));
        var granted = grant.of(item.value()).orElseThrow();
        return items.read(grant)
                .get(0)
                .content()
                .without(granted.withheld())
                .values()
                .getOrDefault(field, "");
    }

    private static String requireReason(String why) {
        if (why == null || why.strip().length() < 10) {
            throw new ContentNotValid(List.of(FieldError.of("reason", "field.error.reason-too-short", 10)));
        }
        return why.strip();
    }

    /**
     * Records an item of one's own agency.
     *
     * @param typed value by field key, as typed
     * @throws ContentNotValid with everything that is wrong; nothing was recorded
     */
    @Transactional
    public ItemId record(
            CaseFileId id, DataCategory category, ItemKind kind, Map<String, String> typed, Purpose purpose) {
        var content = ContentCheck.check(catalogue, category, kind, typed);
        var who = current.current();
        var at = clock.instant();
        var item = ItemId.next();
        gate.admit(
                AccessRequest.of(who, Action.RECORD_ITEM, new ResourceRef.OfSection(id.value(), category), purpose, at)
                        .about(List.of(item.value())));
        return add(item, id, category, kind, content, who, at);
    }

    /**
     * Takes what a signal holds up in a case, as items of one's own agency: what was seen, whom it is about, what was told since
     * and how it was assessed. From then on it is known by name to who may know the name; with the signal it stays at initials.
     *
     * @param look a look at the signal
     */
    @Transactional
    public void takeUp(AccessGrant look, CaseFileId into, Purpose purpose) {
        var who = look.who();
        var at = clock.instant();
        var byCategory = items.read(look).stream()
                .filter(read -> read.header().kind() != ItemKind.MELDCODE)
                .collect(groupingBy(read -> read.header().category(), TreeMap::new, toList()));
        byCategory.forEach((category, read) -> {
            var ids = read.stream().map(one -> ItemId.next()).toList();
            gate.admit(AccessRequest.of(
                            who, Action.RECORD_ITEM, new ResourceRef.OfSection(into.value(), category), purpose, at)
                    .about(ids.stream().map(ItemId::value).toList()));
            for (int i = 0; i < ids.size(); i++) {
                var one = read.get(i);
                add(ids.get(i), into, category, one.header().kind(), one.content(), who, at);
            }
        });
    }

    private ItemId add(
            ItemId item,
            CaseFileId id,
            DataCategory category,
            ItemKind kind,
            ItemContent content,
            ActingProfessional who,
            Instant at) {
        var owner = new KeyHolder(who.agency(), Regime.of(who.agencyType()));
        items.add(
                item,
                id,
                category,
                kind,
                owner,
                Optional.ofNullable(content.values().get("policeCode")),
                content,
                keyHolders.forNewItem(id, category, owner, at),
                who.professional(),
                at);
        searchTokens.write(item, id, category, who.agency(), content);
        link(item, id, category, who.agency(), content, at);
        terms.write(item, id, category, kind, who.agency(), content, at);
        if (category == DataCategory.SECRET_LOCATION) {
            needToKnow.author(item, who.professional(), at);
        }
        return item;
    }

    /**
     * Changes an item of one's own agency.
     *
     * @param seen the version that the change started from
     * @throws ItemChangedMeanwhile when somebody else changed it first; nothing was overwritten
     */
    @Transactional
    public void change(
            CaseFileId id, DataCategory category, ItemId item, int seen, Map<String, String> typed, Purpose purpose) {
        var header = items.header(item);
        var content = ContentCheck.check(
                catalogue, category, header.map(ItemHeader::kind).orElse(ItemKind.FIELDS), typed);
        var who = current.current();
        var at = clock.instant();
        gate.admit(AccessRequest.of(
                who,
                Action.CHANGE_ITEM,
                new ResourceRef.OfItems(id.value(), category, Set.of(item.value())),
                purpose,
                at));
        var owner = new KeyHolder(who.agency(), header.orElseThrow().regime());
        items.change(
                item, seen, content, keyHolders.forNewVersion(item, id, category, owner, at), who.professional(), at);
        searchTokens.replace(item, id, category, who.agency(), content);
        terms.replace(item, id, category, header.orElseThrow().kind(), who.agency(), content, at);
        link(item, id, category, who.agency(), content, at);
    }

    /** Keeps the index of persons in step: it holds what says who somebody is, and nothing else. */
    private void link(
            ItemId item, CaseFileId id, DataCategory category, AgencyId owner, ItemContent content, Instant at) {
        if (IDENTIFYING.contains(category)) {
            var persona = Persona.of(content.values());
            linkage.write(item.value(), id, owner, persona);
            linkage.noteAlike(id, owner, persona, at);
        }
    }

    /** Returns all versions of an item of one's own agency, oldest first. */
    @Transactional
    public List<ItemView> history(CaseFileId id, DataCategory category, ItemId item, Purpose purpose) {
        var grant = gate.admit(AccessRequest.of(
                current.current(),
                Action.VIEW_SECTION,
                new ResourceRef.OfItems(id.value(), category, Set.of(item.value())),
                purpose,
                clock.instant()));
        return reader.history(grant, item);
    }

    /**
     * Restricts the processing of an item of one's own agency (AVG art. 18), or lifts that; a restricted item is only kept.
     * Open pages are cleared. Lifting uses nothing of the content, so it is admitted to who may record in the category.
     */
    @Transactional
    public void restrict(
            CaseFileId id, DataCategory category, ItemId item, boolean restrict, String why, Purpose purpose) {
        if (restrict) {
            admitChange(id, category, item, why, purpose);
        } else {
            admitLifting(id, category, item, why, purpose);
        }
        items.restrict(item, restrict);
    }

    private void admitLifting(CaseFileId id, DataCategory category, ItemId item, String why, Purpose purpose) {
        gate.admit(AccessRequest.of(
                        current.current(),
                        Action.RECORD_ITEM,
                        new ResourceRef.OfSection(id.value(), category),
                        purpose,
                        clock.instant())
                .because("RESTRICTION LIFTED " + item.value() + ": " + requireReason(why)));
        var ours = items.header(item)
                .filter(header -> header.caseFile().equals(id)
                        && header.category() == category
                        && header.owner().equals(current.current().agency()));
        if (ours.isEmpty()) {
            throw new NotPossible("item.error.gone");
        }
        if (ours.filter(heldRestrictions::byRequest).isPresent()) {
            throw new NotPossible("item.error.restricted-by-request");
        }
    }

    /**
     * Returns the items of one's own agency in a category that are only kept (AVG art. 18), without content; none for who
     * may not record there. Is not recorded, as it says nothing about anybody.
     */
    @Transactional
    public List<ItemHeader> kept(CaseFileId id, DataCategory category, Purpose purpose) {
        return mayRecord(id, category, purpose)
                ? items.headers(id, category).stream()
                        .filter(header -> header.restricted()
                                && header.owner().equals(current.current().agency()))
                        .toList()
                : List.of();
    }

    /** Keeps an item from everybody but one's own agency until an instant (UAVG 41, Wpg 27), or lifts that. */
    @Transactional
    public void embargo(
            CaseFileId id, DataCategory category, ItemId item, Optional<Instant> until, String why, Purpose purpose) {
        admitChange(id, category, item, why, purpose);
        items.embargo(item, until);
    }

    private void admitChange(CaseFileId id, DataCategory category, ItemId item, String why, Purpose purpose) {
        gate.admit(AccessRequest.of(
                        current.current(),
                        Action.CHANGE_ITEM,
                        new ResourceRef.OfItems(id.value(), category, Set.of(item.value())),
                        purpose,
                        clock.instant())
                .because(requireReason(why)));
    }

    /** Who may see a secret location, and who was proposed; for those who are on the list. */
    @Transactional
    public List<NamedView> named(CaseFileId id, ItemId location, Purpose purpose) {
        var item = new ResourceRef.OfItems(id.value(), DataCategory.SECRET_LOCATION, Set.of(location.value()));
        gate.admit(AccessRequest.of(current.current(), Action.VIEW_SECTION, item, purpose, clock.instant()));
        var own = items.header(location)
                .filter(header -> header.caseFile().equals(id)
                        && header.owner().equals(current.current().agency()))
                .orElseThrow(() -> new NotPossible("location.error.gone"));
        return needToKnow.rows(own.id()).stream().map(this::view).toList();
    }

    /**
     * Returns who was proposed for the lists of secret locations of one's own agency in this case, and waits for somebody
     * else; only those whom the asker could confirm. Shows nothing of a location. Is not recorded.
     */
    @Transactional
    public Map<ItemId, List<NamedView>> proposals(CaseFileId id, Purpose purpose) {
        var waiting = new LinkedHashMap<ItemId, List<NamedView>>();
        if (mayRecord(id, DataCategory.SECRET_LOCATION, purpose)) {
            var who = current.current();
            items.headers(id, DataCategory.SECRET_LOCATION).stream()
                    .filter(header -> header.owner().equals(who.agency()))
                    .forEach(header -> {
                        var rows = needToKnow.rows(header.id()).stream()
                                .filter(row -> !row.open()
                                        && !row.proposedBy().equals(who.professional())
                                        && !row.professional().equals(who.professional()))
                                .map(this::view)
                                .toList();
                        if (!rows.isEmpty()) {
                            waiting.put(header.id(), rows);
                        }
                    });
        }
        return waiting;
    }

    private NamedView view(NeedToKnow.Named row) {
        return new NamedView(
                directory.professional(row.professional()),
                directory.professional(row.proposedBy()),
                row.confirmedBy().map(directory::professional),
                row.open());
    }

    /** Proposes somebody for the list of a secret location; only somebody who is on it can. */
    @Transactional
    public void proposeNamed(CaseFileId id, ItemId location, ProfessionalId professional, String why, Purpose purpose) {
        var who = current.current();
        admitChange(id, DataCategory.SECRET_LOCATION, location, why, purpose);
        needToKnow.propose(location, professional, who.professional(), clock.instant());
    }

    /** Confirms a proposal; somebody else of the owning agency than who proposed it, and not who is proposed. */
    @Transactional
    public void confirmNamed(CaseFileId id, ItemId location, ProfessionalId professional, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        gate.admit(AccessRequest.of(
                        who,
                        Action.RECORD_ITEM,
                        new ResourceRef.OfSection(id.value(), DataCategory.SECRET_LOCATION),
                        purpose,
                        at)
                .because("NAMED " + professional.value()));
        var own = items.header(location)
                .map(header -> header.caseFile().equals(id) && header.owner().equals(who.agency()))
                .orElse(false);
        if (!own || !needToKnow.confirm(location, professional, who.professional(), at)) {
            throw new NotPossible("location.error.confirm-other");
        }
    }
}
