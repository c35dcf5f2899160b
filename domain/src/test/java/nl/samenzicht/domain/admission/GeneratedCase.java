package nl.samenzicht.domain.admission;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.CaseFilter;
import nl.samenzicht.domain.casefile.ClosingReason;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.domain.casefile.FieldType;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.consent.ConsentNotValid;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.police.ProvisionArticle;
import nl.samenzicht.domain.police.ProvisionDecision;
import nl.samenzicht.domain.police.WeightyInterest;
import nl.samenzicht.domain.sharing.EndReason;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.sharing.ShareId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ItemFacts;
import nl.samenzicht.security.access.ResourceFacts;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.access.SectionState;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Facts;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.security.policy.Relation;

/**
 * A case to which everything happens in any order, through the services that people use, and beside it our own memory of
 * what was given and taken back. The memory knows no rulebook; it only knows what can never be right.
 */
final class GeneratedCase {

    /** What all generated cases together showed, so that a run in which nothing happens does not pass. */
    static final Map<String, Integer> SEEN = new HashMap<>();

    private static final List<DataCategory> CATEGORIES = List.of(
            DataCategory.IDENTITY,
            DataCategory.CONTACT,
            DataCategory.SIGNAL,
            DataCategory.SITUATION,
            DataCategory.HEALTH,
            DataCategory.RISK,
            DataCategory.CRIMINAL_JUSTICE,
            DataCategory.RESIDENCE,
            DataCategory.SECRET_LOCATION);
    private static final List<Purpose> PURPOSES = List.of(
            Purpose.SUPPORT,
            Purpose.CASE_CONFERENCE,
            Purpose.ACUTE_SAFETY,
            Purpose.INVESTIGATION,
            Purpose.SIGNAL_ASSESSMENT);

    private final CaseworkWorld world;
    private final List<ActingProfessional> people;
    private final CaseFileId file;
    private final String number;
    private final List<String> told = new ArrayList<>();

    private final List<Party> parties = new ArrayList<>();
    private final List<Recorded> items = new ArrayList<>();
    private final List<Given> shares = new ArrayList<>();
    private final List<Answer> consents = new ArrayList<>();
    private final Map<ProfessionalId, Instant> emergencies = new HashMap<>();
    private Framework framework = Framework.CONVENANT;
    private Instant frameworkUntil;
    private boolean closed;
    private int canaries;

    private static final class Party {
        private final UUID id;
        private final AgencyId agency;
        private final Optional<ProfessionalId> professional;
        private Instant until;

        private Party(UUID id, AgencyId agency, Optional<ProfessionalId> professional, Instant until) {
            this.id = id;
            this.agency = agency;
            this.professional = professional;
            this.until = until;
        }

        private boolean has(ActingProfessional who) {
            return agency.equals(who.agency())
                    && professional.map(who.professional()::equals).orElse(true);
        }
    }

    private static final class Recorded {
        private final ItemId id;
        private final DataCategory category;
        private final ActingProfessional by;
        private Map<String, String> values;
        private int version = 1;
        private boolean restricted;
        private Instant embargo = Instant.EPOCH;

        private Recorded(ItemId id, DataCategory category, ActingProfessional by, Map<String, String> values) {
            this.id = id;
            this.category = category;
            this.by = by;
            this.values = values;
        }
    }

    private static final class Answer {
        private final ConsentId id;
        private final ConsentQuestion question;
        private boolean withdrawn;

        private Answer(ConsentId id, ConsentQuestion question) {
            this.id = id;
            this.question = question;
        }
    }

    private static final class Given {
        private final ShareId id;
        private final ShareDraft draft;
        private final ActingProfessional by;
        private final ActingProfessional to;
        private final Optional<Answer> consent;
        private boolean over;

        private Given(
                ShareId id, ShareDraft draft, ActingProfessional by, ActingProfessional to, Optional<Answer> consent) {
            this.id = id;
            this.draft = draft;
            this.by = by;
            this.to = to;
            this.consent = consent;
        }
    }

    GeneratedCase(CaseworkWorld world, List<ActingProfessional> people) {
        this.world = world;
        this.people = people;
        frameworkUntil = now().plus(Duration.ofDays(200));
        var name = world.as(
                world.coordinator,
                () -> world.caseFiles.open(
                        new OpenCase(new Cooperation(framework, "Convenant Waterland", Optional.of(frameworkUntil))),
                        Purpose.SUPPORT));
        file = name.id();
        number = name.number();
        parties.add(new Party(null, world.coordinator.agency(), Optional.empty(), Instant.MAX));
        var random = new Random(number.hashCode());
        for (int i = 0; i < 3; i++) {
            attempt("invite", () -> invite(random));
        }
    }

    private Instant now() {
        return world.clock.instant();
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Lets one thing happen, chosen by {@code random}; what the product refuses does not happen. */
    void step(Random random) {
        world.clock.turn(Duration.ofMillis(17));
        int dice = random.nextInt(100);
        var what = dice < 22
                ? attempt("record", () -> record(random))
                : dice < 34
                        ? attempt("invite", () -> invite(random))
                        : dice < 62
                                ? attempt("share", () -> share(random))
                                : dice < 68
                                        ? attempt("end share", () -> endShare(random))
                                        : dice < 73
                                                ? attempt("withdraw", () -> withdraw(random))
                                                : dice < 78
                                                        ? attempt("leave", () -> leave(random))
                                                        : lessCommon(random, dice);
        told.add(what);
    }

    private String lessCommon(Random random, int dice) {
        return switch (dice) {
            case 78, 79, 80, 81, 82 -> attempt("turn", () -> turn(random));
            case 83, 84 -> attempt("close", () -> close());
            case 85, 86 -> attempt("reopen", () -> reopen());
            case 87, 88 -> attempt("framework", () -> cooperate(random));
            case 89, 90 -> attempt("restrict", () -> restrict(random));
            case 91, 92 -> attempt("embargo", () -> embargo(random));
            case 93, 94, 95 -> attempt("emergency", () -> emergency(random));
            default -> attempt("change", () -> change(random));
        };
    }

    /** Tries a few times, because most of what chance proposes is not allowed; each try that is refused changes nothing. */
    private String attempt(String what, Supplier<String> act) {
        for (int attempt = 0; attempt < 6; attempt++) {
            try {
                var outcome = act.get();
                SEEN.merge(what, 1, Integer::sum);
                return what + " " + outcome;
            } catch (AccessDenied | NotPossible | ConsentNotValid refused) {
                SEEN.merge(what + " refused", 1, Integer::sum);
            }
        }
        return what + " refused";
    }

    private String record(Random random) {
        var here = people.stream().filter(this::takesPart).toList();
        var who = one(random, here);
        var category = one(random, CATEGORIES);
        var values = values(category, random);
        var purpose = purposeOf(who, random);
        var id = world.as(who, () -> world.caseFiles.record(file, category, ItemKind.FIELDS, values, purpose));
        items.add(new Recorded(id, category, who, values));
        return id + " " + category + " by " + who.agencyType();
    }

    /** Up to four fields of words, each with a word that stands nowhere else. */
    private Map<String, String> values(DataCategory category, Random random) {
        var values = new LinkedHashMap<String, String>();
        FieldCatalogue.standard().of(category).stream()
                .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT)
                .limit(1 + random.nextInt(4))
                .map(FieldDefinition::key)
                .forEach(key -> values.put(key, "kanarie" + ++canaries + "x"));
        return values;
    }

    private Purpose purposeOf(ActingProfessional who, Random random) {
        var fitting = PURPOSES.stream()
                .filter(world.gate.purposesOf(who, now())::contains)
                .toList();
        return fitting.isEmpty() || random.nextInt(8) == 0 ? one(random, PURPOSES) : one(random, fitting);
    }

    private String invite(Random random) {
        var whom = one(random, people);
        var named = random.nextInt(4) == 0 ? Optional.of(whom.professional()) : Optional.<ProfessionalId>empty();
        var until = now().plus(Duration.ofDays(1 + random.nextInt(60)));
        var id = world.as(
                world.coordinator,
                () -> world.participations.invite(
                        file,
                        new Invitation(whom.agency(), named, Purpose.SUPPORT, Ground.STATUTORY_TASK, now(), until),
                        Purpose.SUPPORT));
        parties.add(new Party(id, whom.agency(), named, until));
        return whom.agencyType() + " until " + until;
    }

    private String share(Random random) {
        if (items.isEmpty()) {
            throw new NotPossible("nothing recorded");
        }
        var item = one(random, items);
        var others = people.stream()
                .filter(person -> !person.agency().equals(item.by.agency()))
                .filter(person -> random.nextInt(6) == 0 || takesPart(person))
                .toList();
        if (others.isEmpty()) {
            throw new NotPossible("nobody to share with");
        }
        var to = one(random, others);
        var purpose = purposeOf(to, random);
        var until = now().plus(Duration.ofDays(1 + random.nextInt(40)));
        var police = Regime.of(item.by.agencyType()) == Regime.WPG;
        var consent = !police && random.nextInt(5) > 0
                ? Optional.of(consent(item.category, to, purpose, random))
                : Optional.<Answer>empty();
        var standing = random.nextInt(4) == 0;
        var withheld = item.values.keySet().stream()
                .filter(key -> random.nextInt(3) == 0)
                .collect(Collectors.toSet());
        var draft = new ShareDraft(
                file,
                item.category,
                standing,
                standing ? Set.of() : Set.of(item.id),
                withheld,
                to.agency(),
                random.nextInt(4) == 0 ? Optional.of(to.professional()) : Optional.empty(),
                purpose,
                police ? Ground.WPG_PROVISION : consent.isPresent() ? Ground.CONSENT : Ground.STATUTORY_TASK,
                consent.map(answer -> answer.id),
                police ? Optional.of(provision(item.by, to, purpose)) : Optional.empty(),
                Optional.empty(),
                until);
        var id = world.as(item.by, () -> world.shares.offer(draft));
        world.does(to, () -> world.shares.accept(id, purpose));
        shares.add(new Given(id, draft, item.by, to, consent));
        return id + " " + item.category + " for " + purpose + " to " + to.agencyType() + " without " + withheld;
    }

    private Answer consent(DataCategory category, ActingProfessional to, Purpose purpose, Random random) {
        var question = new ConsentQuestion(
                to.agency(), purpose, category, now().plus(Duration.ofDays(1 + random.nextInt(40))));
        var id = world.as(
                world.coordinator,
                () -> world.consents.record(
                        file,
                        question,
                        true,
                        new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(22), ConsentForm.WRITTEN),
                        Purpose.SUPPORT));
        var answer = new Answer(id, question);
        consents.add(answer);
        return answer;
    }

    private UUID provision(ActingProfessional police, ActingProfessional to, Purpose purpose) {
        return world.as(
                police,
                () -> world.provisions.decide(
                        file,
                        new ProvisionDecision(
                                ProvisionArticle.WPG_20,
                                "Besluit 2026-17",
                                WeightyInterest.HELP,
                                to.agency(),
                                purpose,
                                false,
                                now().plus(Duration.ofDays(30))),
                        Purpose.INVESTIGATION));
    }

    private String endShare(Random random) {
        var share = one(random, orNotPossible(shares));
        world.as(share.by, () -> world.shares.end(share.id, EndReason.NO_LONGER_NEEDED, share.draft.purpose()));
        share.over = true;
        return share.id.toString();
    }

    private static <T> List<T> orNotPossible(List<T> list) {
        if (list.isEmpty()) {
            throw new NotPossible("none yet");
        }
        return list;
    }

    private String withdraw(Random random) {
        var answer = one(
                random,
                orNotPossible(consents.stream().filter(each -> !each.withdrawn).toList()));
        world.does(world.coordinator, () -> world.consents.withdraw(file, answer.id, Purpose.SUPPORT));
        answer.withdrawn = true;
        shares.stream()
                .filter(share -> share.consent.filter(answer::equals).isPresent())
                .forEach(share -> share.over = true);
        return answer.id.toString();
    }

    private String leave(Random random) {
        var party = one(
                random,
                orNotPossible(parties.stream()
                        .filter(each -> each.id != null && now().isBefore(each.until))
                        .toList()));
        world.does(
                world.coordinator, () -> world.participations.end(file, party.id, "Niet meer nodig", Purpose.SUPPORT));
        party.until = now();
        shares.stream()
                .filter(share -> party.professional.isEmpty()
                        ? share.draft.recipient().equals(party.agency)
                                || share.by.agency().equals(party.agency)
                        : share.draft.recipientProfessional().equals(party.professional))
                .forEach(share -> share.over = true);
        return party.agency.toString();
    }

    private String turn(Random random) {
        var by =
                random.nextBoolean() ? Duration.ofHours(1 + random.nextInt(5)) : Duration.ofDays(1 + random.nextInt(9));
        world.clock.turn(by);
        return by.toString();
    }

    private String close() {
        world.does(
                world.coordinator, () -> world.participations.close(file, ClosingReason.values()[0], Purpose.SUPPORT));
        closed = true;
        shares.forEach(share -> share.over = true);
        return "";
    }

    private String reopen() {
        world.does(
                world.coordinator, () -> world.participations.reopen(file, "Er is een nieuw signaal", Purpose.SUPPORT));
        closed = false;
        return "";
    }

    private String cooperate(Random random) {
        var kind = random.nextInt(4) == 0 ? Framework.BILATERAAL : Framework.CONVENANT;
        var until = now().plus(Duration.ofDays(random.nextInt(3) == 0 ? 1 : 100));
        world.does(
                world.coordinator,
                () -> world.participations.cooperateUnder(
                        file, new Cooperation(kind, "Convenant Waterland", Optional.of(until)), Purpose.SUPPORT));
        framework = kind;
        frameworkUntil = until;
        return kind + " until " + until;
    }

    private String restrict(Random random) {
        var item = one(random, orNotPossible(items));
        var restrict = !item.restricted;
        world.does(
                item.by,
                () -> world.caseFiles.restrict(
                        file,
                        item.category,
                        item.id,
                        restrict,
                        "Betrokkene betwist dit gegeven",
                        restrict ? purposeOf(item.by, random) : Purpose.SUBJECT_RIGHTS));
        item.restricted = restrict;
        return item.id + " " + restrict;
    }

    private String embargo(Random random) {
        var item = one(random, orNotPossible(items));
        var until = now().plus(Duration.ofDays(1 + random.nextInt(5)));
        world.does(
                item.by,
                () -> world.caseFiles.embargo(
                        file,
                        item.category,
                        item.id,
                        Optional.of(until),
                        "Lopend onderzoek, nog niet delen",
                        purposeOf(item.by, random)));
        item.embargo = until;
        return item.id + " until " + until;
    }

    private String emergency(Random random) {
        var who = one(random, people);
        var until = world.as(
                who, () -> world.emergencies.use(file, "Ze belt in paniek vanaf de straat", Duration.ofHours(3)));
        emergencies.merge(who.professional(), until, (a, b) -> a.isAfter(b) ? a : b);
        return who.agencyType() + " until " + until;
    }

    private String change(Random random) {
        var item = one(random, orNotPossible(items));
        var values = values(item.category, random);
        world.does(
                item.by,
                () -> world.caseFiles.change(
                        file, item.category, item.id, item.version, values, purposeOf(item.by, random)));
        item.version++;
        item.values = values;
        return item.id.toString();
    }

    private boolean takesPart(ActingProfessional who) {
        return parties.stream().anyMatch(party -> party.has(who) && now().isBefore(party.until));
    }

    private boolean inEmergency(ActingProfessional who, Purpose purpose) {
        return purpose == Purpose.ACUTE_SAFETY
                && now().isBefore(emergencies.getOrDefault(who.professional(), Instant.EPOCH));
    }

    /** Looks as everybody, each for a purpose of theirs, after the last step. */
    void everybodyLooks() {
        people.forEach(who -> look(who, purposeOf(who, new Random(number.hashCode()))));
    }

    /** Looks as whoever was touched last, and as somebody else. */
    void somebodyLooks(Random random) {
        if (!shares.isEmpty() && random.nextInt(4) > 0) {
            var share = one(random, shares);
            look(share.to, share.draft.purpose());
        } else {
            var who = one(random, people);
            look(who, purposeOf(who, random));
        }
    }

    /** Asks the four questions for one person and purpose, and holds the answers against each other and our memory. */
    private void look(ActingProfessional who, Purpose purpose) {
        boolean card = admits(
                () -> world.gate.admit(
                        AccessRequest.of(who, Action.VIEW_CASE, new ResourceRef.OfCase(file.value()), purpose, now())),
                who);
        boolean listed = listed(who, purpose);
        if (listed || !inEmergency(who, purpose)) {
            // a case that stands open in an emergency only is found by its number
            then(listed).as("%s in the list: %s", number, story(who, purpose)).isEqualTo(card);
        }
        if (card) {
            then(takesPart(who) || inEmergency(who, purpose))
                    .as("takes part: " + story(who, purpose))
                    .isTrue();
        }
        var states = card
                ? world.as(who, () -> world.caseFiles.view(file, purpose).sections())
                : Map.<DataCategory, SectionState>of();
        for (var category : filled()) {
            var shown = shown(who, category, purpose);
            then(single(who, category, purpose, Action.VIEW_SECTION))
                    .as("one by one: " + story(who, purpose))
                    .isEqualTo(shown.keySet());
            then(explained(who, category, purpose, Action.VIEW_SECTION))
                    .as("explained: " + story(who, purpose))
                    .isEqualTo(shown.keySet());
            then(taken(who, category, purpose))
                    .as("exported: " + story(who, purpose))
                    .isEqualTo(explained(who, category, purpose, Action.EXPORT))
                    .isSubsetOf(shown.keySet());
            if (card) {
                then(states.get(category) instanceof SectionState.Open open ? open.own() + open.shared() : 0)
                        .as("on the card: " + story(who, purpose))
                        .isEqualTo(shown.size());
            }
            shown.values().forEach(view -> thenMayBeSeen(view, who, purpose));
        }
    }

    private Set<DataCategory> filled() {
        return items.stream()
                .map(item -> item.category)
                .collect(Collectors.toCollection(() -> EnumSet.of(DataCategory.SITUATION)));
    }

    private boolean admits(Supplier<?> ask, ActingProfessional who) {
        try {
            world.as(who, ask::get);
            return true;
        } catch (AccessDenied denied) {
            return false;
        }
    }

    private boolean listed(ActingProfessional who, Purpose purpose) {
        try {
            var filter = new CaseFilter(Optional.empty(), false, Optional.empty(), Optional.of(number));
            var page = world.as(who, () -> world.caseFiles.list(filter, purpose, 0, 10));
            then(page.total()).isEqualTo(page.rows().size());
            return !page.rows().isEmpty();
        } catch (AccessDenied denied) {
            return false;
        }
    }

    private Map<UUID, ItemView> shown(ActingProfessional who, DataCategory category, Purpose purpose) {
        try {
            return world.as(who, () -> world.caseFiles.open(file, category, purpose)).items().stream()
                    .collect(Collectors.toMap(view -> view.id().value(), view -> view));
        } catch (AccessDenied denied) {
            SEEN.merge("refused for " + denied.told(), 1, Integer::sum);
            return Map.of();
        }
    }

    private Set<UUID> taken(ActingProfessional who, DataCategory category, Purpose purpose) {
        try {
            return world.as(
                    who,
                    () -> world.gate
                            .admit(AccessRequest.of(
                                    who,
                                    Action.EXPORT,
                                    new ResourceRef.OfSection(file.value(), category),
                                    purpose,
                                    now()))
                            .items());
        } catch (AccessDenied denied) {
            return Set.of();
        }
    }

    private Set<UUID> single(ActingProfessional who, DataCategory category, Purpose purpose, Action action) {
        return items.stream()
                .filter(item -> item.category == category)
                .map(item -> item.id.value())
                .filter(item -> admits(
                        () -> world.gate.admit(AccessRequest.of(
                                who,
                                action,
                                new ResourceRef.OfItems(file.value(), category, Set.of(item)),
                                purpose,
                                now())),
                        who))
                .collect(Collectors.toSet());
    }

    /** The items of which the explanation says that somebody like this could have them for this purpose. */
    private Set<UUID> explained(ActingProfessional who, DataCategory category, Purpose purpose, Action action) {
        var found = world.as(
                        who, () -> world.facts.factsOf(new ResourceRef.OfSection(file.value(), category), who, now()))
                .orElseThrow();
        return found.items().stream()
                .filter(item -> world.engine.explain(facts(found, item, who, purpose, action)).accesses().stream()
                        .anyMatch(access -> access.agencyType()
                                        .equals(who.agencyType().name())
                                && access.function().equals(who.function().name())
                                && access.purpose().equals(purpose.name())))
                .map(ItemFacts::item)
                .collect(Collectors.toSet());
    }

    /** The question of the gate, written down again by hand. */
    private Facts facts(ResourceFacts facts, ItemFacts item, ActingProfessional who, Purpose purpose, Action action) {
        var forThis = item.sharedFor().map(purpose::within).orElse(true);
        var builder = Facts.of()
                .with(who.agencyType())
                .with(who.function())
                .with(purpose)
                .with(action)
                .with(item.category())
                .with(facts.participation())
                .with(forThis ? item.relation() : Relation.NONE)
                .with(item.ground())
                .with(item.consent())
                .with(item.regime())
                .with(facts.framework())
                .emergency(facts.emergency() && purpose == Purpose.ACUTE_SAFETY)
                .at(now())
                .window(
                        facts.from().isAfter(item.from()) ? facts.from() : item.from(),
                        facts.until().isBefore(item.until()) ? facts.until() : item.until())
                .canMeet(EnumSet.allOf(Obligation.class));
        facts.flags().forEach(builder::flag);
        item.flags().forEach(builder::flag);
        return builder.flag(
                        Flag.SAME_DOMAIN,
                        !item.owner().equals(who.agency())
                                && world.directory.agency(item.owner()).type() == who.agencyType())
                .flag(Flag.SECOND_FACTOR_REQUIRED)
                .flag(Flag.SECOND_FACTOR, who.assurance() == AssuranceLevel.TWO_FACTOR)
                .build();
    }

    /** Holds what is on the screen against our memory of what was given and what was taken back. */
    private void thenMayBeSeen(ItemView view, ActingProfessional who, Purpose purpose) {
        var item = items.stream()
                .filter(each -> each.id.equals(view.id()))
                .findFirst()
                .orElseThrow();
        then(item.restricted && purpose != Purpose.SUBJECT_RIGHTS)
                .as(story(who, purpose))
                .isFalse();
        var values = view.content().values();
        then(item.values.keySet()).as(story(who, purpose)).containsAll(values.keySet());
        if (!view.obligations().contains(Obligation.INITIALS_ONLY)) {
            then(item.values).as(story(who, purpose)).containsAllEntriesOf(values);
        }
        if (item.by.agency().equals(who.agency())) {
            SEEN.merge("own item seen", 1, Integer::sum);
            then(takesPart(who) || inEmergency(who, purpose))
                    .as(story(who, purpose))
                    .isTrue();
            return;
        }
        then(now()).as(story(who, purpose)).isAfterOrEqualTo(item.embargo);
        if (item.category == DataCategory.SECRET_LOCATION) {
            then(who.professional()).as(story(who, purpose)).isEqualTo(item.by.professional());
        }
        if (inEmergency(who, purpose)) {
            SEEN.merge("seen in an emergency", 1, Integer::sum);
            return;
        }
        then(takesPart(who)).as(story(who, purpose)).isTrue();
        then(now()).as(story(who, purpose)).isBefore(frameworkUntil);
        then(shares.stream()
                        .filter(share -> gives(share, item, who, purpose))
                        .filter(share -> share.draft.withheld().stream().noneMatch(values::containsKey))
                        .toList())
                .as("%s shows %s: %s", item.id, values.keySet(), story(who, purpose))
                .isNotEmpty();
        SEEN.merge(
                values.size() < item.values.size() ? "shared item seen in part" : "shared item seen", 1, Integer::sum);
    }

    private boolean gives(Given share, Recorded item, ActingProfessional who, Purpose purpose) {
        var draft = share.draft;
        return !share.over
                && share.by.agency().equals(item.by.agency())
                && draft.recipient().equals(who.agency())
                && draft.recipientProfessional().map(who.professional()::equals).orElse(true)
                && draft.category() == item.category
                && (draft.standing() || draft.items().contains(item.id))
                && purpose.within(draft.purpose())
                && now().isBefore(draft.until())
                && share.consent
                        .map(answer -> !answer.withdrawn && now().isBefore(answer.question.until()))
                        .orElse(item.category != DataCategory.HEALTH);
    }

    private String story(ActingProfessional who, Purpose purpose) {
        return "%s of %s for %s after%n  %s"
                .formatted(who.function(), who.agencyType(), purpose, String.join(System.lineSeparator() + "  ", told));
    }

    /** What was seen in all, in order, for a message. */
    static String seen() {
        return new TreeSet<>(SEEN.keySet())
                .stream().map(what -> what + "=" + SEEN.get(what)).collect(Collectors.joining(", "));
    }

    /** What must have been seen for a run to count; what is rarer may be missing from one run. */
    static Set<String> needed() {
        return Set.of(
                "record",
                "invite",
                "share",
                "end share",
                "withdraw",
                "leave",
                "turn",
                "close",
                "emergency",
                "own item seen",
                "shared item seen",
                "shared item seen in part");
    }
}
