package nl.samenzicht.security.access;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.samenzicht.security.access.AccessGrant.GrantedItem;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.EntryRef;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LedgerUnavailable;
import nl.samenzicht.security.ledger.LifeCycle;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.ledger.Recipient;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Condition;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Decision;
import nl.samenzicht.security.policy.Facts;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.security.policy.ParticipationState;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.ProductSteps;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Question;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.security.policy.Relation;
import nl.samenzicht.security.policy.Remedy;
import nl.samenzicht.security.policy.Rule;
import nl.samenzicht.security.policy.Rulebook;
import nl.samenzicht.security.policy.Step;

/**
 * Decides, records, and only then answers.
 *
 * <p>The gate loads the facts of a resource itself, asks the policy about each item, writes one durable entry in the
 * ledger for the act, and then returns an {@link AccessGrant} or throws {@link AccessDenied}. When the entry cannot be
 * written nothing is disclosed. A case that does not exist and a case that is not the asker's take the same path and give
 * the same answer.
 */
public class AccessGate {

    /** Acts on a case or a signal as a whole that belong to the agency that leads or assesses it. */
    private static final Set<Action> NEEDS_LEAD = EnumSet.of(
            Action.CHANGE_CASE, Action.CLOSE_CASE, Action.INVITE_PARTY, Action.MOVE_LEAD, Action.TRIAGE_SIGNAL);

    /** Acts that give items to another agency, which must be able to receive them. */
    private static final Set<Action> DISCLOSURES = EnumSet.of(Action.SHARE_ITEM, Action.SEND_SIGNAL);

    /** Acts on what there is: to find nothing is an answer. */
    private static final Set<Action> WHATEVER_IS_OPEN = EnumSet.of(Action.VIEW_SECTION, Action.ASK_ELSEWHERE);

    /** What answers a question of somebody else: the rulebook, for the agency that knows. */
    private static final String ANSWERING = "ANSWERING";

    /** Categories of which it must not even show that others keep something. */
    private static final Set<DataCategory> SILENT =
            EnumSet.of(DataCategory.CRIMINAL_JUSTICE, DataCategory.THIRD_PARTY, DataCategory.SECRET_LOCATION);

    /** What somebody else can do so that a category opens. */
    private static final List<Step> SHARING = ProductSteps.all().stream()
            .filter(step -> step.kind() == Step.Kind.REQUEST_SHARE || step.kind() == Step.Kind.REQUEST_PROVISION)
            .toList();

    private final Supplier<PolicyEngine> engineInForce;
    private final Supplier<ResourceProvider> resources;
    private final AuditLedger ledger;
    private final Function<AgencyId, AgencyCard> agencies;
    private final RunningTransaction transaction;
    private final Supplier<String> accessPoint;
    private final boolean secondFactorRequired;
    private final Predicate<AgencyId> signedRulebook;

    /** For the container's proxy only. */
    protected AccessGate() {
        this(null, null, null, null, null, null, true);
    }

    /** Makes a gate where every agency has signed the rulebook. */
    public AccessGate(
            Supplier<PolicyEngine> engineInForce,
            Supplier<ResourceProvider> resources,
            AuditLedger ledger,
            Function<AgencyId, AgencyCard> agencies,
            RunningTransaction transaction,
            Supplier<String> accessPoint,
            boolean secondFactorRequired) {
        this(
                engineInForce,
                resources,
                ledger,
                agencies,
                transaction,
                accessPoint,
                secondFactorRequired,
                everyAgency -> true);
    }

    /**
     * Makes the one gate of this node.
     *
     * @param engineInForce the policy of the rulebook that is in force now
     * @param resources finds the facts; asked late, because casework is started after security
     * @param agencies the card of an agency, for its type
     * @param transaction identifies the running transaction; throws when there is none
     * @param accessPoint the network address of the request, or null in a batch job
     * @param secondFactorRequired whether functions that read content or the log need a second factor; off in demo only
     * @param signedRulebook whether an agency has signed the rulebook in force
     */
    public AccessGate(
            Supplier<PolicyEngine> engineInForce,
            Supplier<ResourceProvider> resources,
            AuditLedger ledger,
            Function<AgencyId, AgencyCard> agencies,
            RunningTransaction transaction,
            Supplier<String> accessPoint,
            boolean secondFactorRequired,
            Predicate<AgencyId> signedRulebook) {
        this.engineInForce = engineInForce;
        this.resources = resources;
        this.ledger = ledger;
        this.agencies = agencies;
        this.transaction = transaction;
        this.accessPoint = accessPoint;
        this.secondFactorRequired = secondFactorRequired;
        this.signedRulebook = signedRulebook;
    }

    /**
     * Admits the act, or refuses it; either way it is on record when this returns or throws.
     *
     * @throws AccessDenied with the reason that may be told, and what would help
     */
    public AccessGrant admit(AccessRequest request) {
        return admit(request, Set.of());
    }

    /**
     * Admits the act as {@link #admit(AccessRequest)} does, and tells of some other acts on the same resource whether they
     * would be admitted now, for drawing the buttons of its page: {@link AccessGrant#possible()}. The facts that were found
     * for the act serve for those too; they are not on record, and each asks again when it is done.
     *
     * @throws AccessDenied with the reason that may be told, and what would help
     */
    public AccessGrant admit(AccessRequest request, Set<Action> alsoAsked) {
        var running = transaction.key();
        var engine = engineInForce.get();
        var found = resources.get().factsOf(request.resource(), request.who(), request.at());
        var facts = found.orElseGet(() -> nobodysCase(request));
        var verdict = judge(engine, request, facts);
        var entry = record(engine, request, facts, verdict);
        if (!verdict.permitted()) {
            throw new AccessDenied(
                    verdict.told(),
                    request.resource().category(),
                    request.purpose(),
                    verdict.steps().get(),
                    Optional.of(entry));
        }
        var condition = request.resource() instanceof ResourceRef.OfAgency
                ? engine.filter(openQuestion(request))
                : Condition.never();
        var sections = request.action() == Action.VIEW_CASE
                ? survey(engine, request, facts)
                : Map.<DataCategory, SectionState>of();
        var possible =
                found.map(known -> possible(engine, request, known, alsoAsked)).orElse(Set.of());
        return new AccessGrant(
                request, verdict.items(), entry, running, facts.emergency(), condition, sections, possible);
    }

    /**
     * Checks that a grant was given for this act and in this transaction, for what is shown as a part of what was admitted.
     *
     * @throws IllegalStateException when it was not
     */
    public void check(AccessGrant grant, Action action) {
        grant.usedFor(action, transaction.key());
    }

    /** Returns the rulebook by which this gate decides now. */
    public Rulebook rulebook() {
        return engineInForce.get().rulebook();
    }

    /**
     * Tells whether the act would be admitted now, without doing it. Shows no content and is not recorded; for drawing
     * the buttons of a page that the asker was admitted to already.
     */
    public boolean wouldAdmit(AccessRequest request) {
        var facts = resources.get().factsOf(request.resource(), request.who(), request.at());
        return facts.isPresent()
                && judge(engineInForce.get(), request, facts.get()).permitted();
    }

    /**
     * Tells which items a look would show now and under which obligations, without looking: for a search, which finds only
     * what may be seen. Shows no content and is not recorded; the search itself is.
     */
    public List<GrantedItem> wouldShow(AccessRequest look) {
        return resources
                .get()
                .factsOf(look.resource(), look.who(), look.at())
                .map(facts -> judge(engineInForce.get(), look, facts))
                .filter(Verdict::permitted)
                .map(Verdict::items)
                .orElse(List.of());
    }

    /**
     * Tells what somebody would see in a case, for which of these purposes and by which rules, now or were something
     * otherwise; for whoever supervises. Shows no content and is not recorded; being admitted to the question is.
     */
    public List<Sight> sights(
            ActingProfessional who, UUID caseFile, Set<Purpose> purposes, Optional<Supposition> supposed, Instant at) {
        var engine = engineInForce.get();
        return resources.get().factsOf(new ResourceRef.OfCase(caseFile), who, at).stream()
                .map(facts -> supposed.map(each -> each.on(facts)).orElse(facts))
                .flatMap(facts -> waysByItem(facts).stream()
                        .flatMap(ways -> purposes.stream()
                                .flatMap(purpose ->
                                        sight(engine, look(who, caseFile, ways, purpose, at), facts, ways).stream())))
                .toList();
    }

    private static AccessRequest look(
            ActingProfessional who, UUID caseFile, List<ItemFacts> ways, Purpose purpose, Instant at) {
        var section = new ResourceRef.OfSection(caseFile, ways.get(0).category());
        return AccessRequest.of(who, Action.VIEW_SECTION, section, purpose, at);
    }

    private Optional<Sight> sight(PolicyEngine engine, AccessRequest look, ResourceFacts facts, List<ItemFacts> ways) {
        return openest(ways.stream()
                        .map(way -> judged(engine, look, facts, way))
                        .toList())
                .map(open -> new Sight(
                        open.item().item(),
                        open.item().category(),
                        open.item().owner(),
                        look.purpose(),
                        open.decision().rules(),
                        Optional.of(earlier(facts.until(), open.item().until())).filter(ResourceFacts.NO_END::isAfter),
                        open.item().share().isPresent(),
                        facts.emergency() && look.purpose() == Purpose.ACUTE_SAFETY,
                        open.item().withheld()));
    }

    private Set<Action> possible(PolicyEngine engine, AccessRequest any, ResourceFacts facts, Set<Action> acts) {
        return acts.stream()
                .filter(act -> judge(engine, any.doing(act), facts).permitted())
                .collect(toUnmodifiableSet());
    }

    /**
     * Returns the purposes for which this professional could read anything at all in a case, in the order of their codes;
     * what, and in which case, is decided then. Is not recorded.
     */
    public Set<Purpose> purposesOf(ActingProfessional who, Instant at) {
        var engine = engineInForce.get();
        var purposes = EnumSet.noneOf(Purpose.class);
        for (var purpose : Purpose.values()) {
            var reads = Arrays.stream(DataCategory.values())
                    .filter(DataCategory::isContent)
                    .anyMatch(category -> couldRead(engine, who, purpose, category, at));
            if (reads) {
                purposes.add(purpose);
            }
        }
        return purposes;
    }

    /**
     * Tells whether this professional could read anything in a category for a purpose, in whichever case. What people write
     * to each other about data is for who could read such data. Is not recorded.
     */
    public boolean couldRead(ActingProfessional who, Purpose purpose, DataCategory category, Instant at) {
        return couldRead(engineInForce.get(), who, purpose, category, at);
    }

    private boolean couldRead(
            PolicyEngine engine, ActingProfessional who, Purpose purpose, DataCategory category, Instant at) {
        return !engine.filter(reading(who, purpose, category, at)).equals(Condition.never());
    }

    /**
     * Returns the categories of which this professional could record items in a new case of their own agency, were it
     * imported under this framework; empty when they may not import or open one. Shows nothing and is not recorded.
     */
    public Set<DataCategory> recordableInNewCase(
            ActingProfessional who, Purpose purpose, Framework framework, Instant at) {
        var engine = engineInForce.get();
        var opened = new ResourceFacts(
                Optional.empty(),
                framework,
                ParticipationState.ACTIVE,
                at,
                ResourceFacts.NO_END,
                Optional.of(who.agency()),
                true,
                false,
                Set.of(),
                List.of());
        var importing =
                AccessRequest.of(who, Action.IMPORT, new ResourceRef.OfAgency(DataCategory.CASE_HEADER), purpose, at);
        var recordable = EnumSet.noneOf(DataCategory.class);
        if (judgeWhole(engine, importing, opened).permitted()
                && judgeWhole(engine, importing.doing(Action.OPEN_CASE), opened).permitted()) {
            Arrays.stream(DataCategory.values())
                    .filter(DataCategory::isContent)
                    .filter(category -> judgeWhole(
                                    engine,
                                    AccessRequest.of(
                                            who,
                                            Action.RECORD_ITEM,
                                            new ResourceRef.OfSection(new UUID(0, 0), category),
                                            purpose,
                                            at),
                                    opened)
                            .permitted())
                    .forEach(recordable::add);
        }
        return recordable;
    }

    /**
     * Puts on record what an admitted act made that did not exist when it was admitted, such as a case of an import: one
     * entry for each case, so that the log of that case begins with where it came from.
     *
     * @throws AccessDenied when the entry cannot be written; then the act must be undone
     */
    public void recordMade(AccessGrant grant, UUID caseFile, UUID person, Collection<UUID> items) {
        grant.usedFor(grant.action(), transaction.key());
        var who = grant.who();
        var event = LedgerEvent.of(grant.at(), grant.action().name(), Actor.of(who, accessPoint.get()))
                .outcome(Outcome.PERMITTED)
                .lifeCycle(lifeCycle(grant.action()))
                .purpose(grant.purpose().name())
                .caseId(caseFile)
                .personId(person)
                .category(grant.category().name())
                .regime(Regime.of(who.agencyType()))
                .items(items.stream()
                        .map(item -> new ItemRef(item, 1, who.agency()))
                        .toList())
                .rulebook(engineInForce.get().rulebook().reference())
                .detail(grant.entry().code().value());
        append(event.build(), grant.category(), grant.purpose());
    }

    /**
     * An item by which its owner may be told of as knowing the person asked for.
     *
     * @param person the person whom the owner's case is about
     */
    public record Known(
            UUID item,
            int version,
            DataCategory category,
            UUID caseFile,
            UUID person,
            AgencyId owner,
            Set<Rule> rules) {
        public Known {
            rules = Set.copyOf(rules);
        }
    }

    /**
     * Which of these items of others may count for the answer to a question that was admitted: the rulebook must let their
     * owner tell it and the asker hear it, for the purpose of the question, and no guard may stand in the way. Shows no content
     * and is not recorded; {@link #recordTold} is. Decides as often for a number that is of nothing.
     */
    public List<Known> known(AccessGrant question, Collection<UUID> items) {
        question.usedFor(Action.ASK_ELSEWHERE, transaction.key());
        var engine = engineInForce.get();
        var facts = resources.get().factsElsewhere(items, question.who(), question.at());
        var nothing = ElsewhereFacts.nothing(question.who().agency());
        var known = new ArrayList<Known>();
        for (var item : items) {
            var found = facts.getOrDefault(item, nothing);
            var telling = engine.decide(toTell(question, found, Relation.OWN));
            var hearing = engine.decide(toTell(question, found, Relation.NONE));
            if (facts.containsKey(item) && telling.permitted() && hearing.permitted()) {
                known.add(new Known(
                        item,
                        found.item().version(),
                        found.item().category(),
                        found.caseFile(),
                        found.person(),
                        found.item().owner(),
                        Stream.concat(telling.rules().stream(), hearing.rules().stream())
                                .collect(toUnmodifiableSet())));
            }
        }
        return known;
    }

    /** Whether it may be told, as the owner ({@link Relation#OWN}) or as the asker would ask the rulebook. */
    private Facts toTell(AccessGrant question, ElsewhereFacts known, Relation as) {
        var who = question.who();
        var owner = agencies.apply(known.item().owner()).type();
        var telling = as == Relation.OWN;
        var function = telling
                ? nl.samenzicht.security.directory.Function.caseworkerAt(owner).orElse(who.function())
                : who.function();
        var builder = Facts.of()
                .with(telling ? owner : who.agencyType())
                .with(function)
                .with(question.purpose())
                .with(Action.KNOWN_ELSEWHERE)
                .with(known.item().category())
                .with(telling ? ParticipationState.ACTIVE : ParticipationState.NONE)
                .with(as)
                .with(Ground.STATUTORY_TASK)
                .with(ConsentState.NONE)
                .with(known.item().regime())
                .with(known.framework())
                .emergency(false)
                .at(question.at())
                .window(ResourceFacts.BEGINNING, ResourceFacts.NO_END)
                .canMeet(EnumSet.allOf(Obligation.class));
        known.flags().forEach(builder::flag);
        known.item().flags().forEach(builder::flag);
        return builder.flag(Flag.SAME_DOMAIN, isOfOurType(known.item().owner(), who))
                .flag(Flag.SECOND_FACTOR_REQUIRED, needsSecondFactor(who))
                .flag(Flag.SECOND_FACTOR, who.assurance() == AssuranceLevel.TWO_FACTOR)
                .flag(Flag.RULEBOOK_UNSIGNED, unsigned(who, known.item().owner(), Optional.empty()))
                .build();
    }

    /**
     * Puts on record, in the log of each agency that knows, that its knowing was told, to whom and for which purpose; the log of
     * the asker's agency does not have these lines. There are always {@code most} of them: those that are about nobody are in
     * nobody's log, so that an answer costs the same whatever it is.
     *
     * @throws AccessDenied when an entry cannot be written; then nothing may be told
     */
    public void recordTold(AccessGrant question, List<Known> told, int most) {
        question.usedFor(Action.ASK_ELSEWHERE, transaction.key());
        if (told.size() > most) {
            throw new IllegalArgumentException("%d are told of, and %d at most".formatted(told.size(), most));
        }
        var rulebook = engineInForce.get().rulebook().reference();
        var asker = agencies.apply(question.who().agency()).name();
        for (int i = 0; i < most; i++) {
            var known = i < told.size() ? Optional.of(told.get(i)) : Optional.<Known>empty();
            var actor = known.map(each -> Actor.job(ANSWERING, each.owner())).orElse(Actor.job(ANSWERING));
            var event = LedgerEvent.of(question.at(), Action.KNOWN_ELSEWHERE.name(), actor)
                    .outcome(Outcome.PERMITTED)
                    .lifeCycle(lifeCycle(Action.KNOWN_ELSEWHERE))
                    .purpose(question.purpose().name())
                    .ground(Ground.STATUTORY_TASK.name())
                    .rulebook(rulebook)
                    .detail(asker);
            known.ifPresent(each -> event.caseId(each.caseFile())
                    .personId(each.person())
                    .category(each.category().name())
                    .regime(Regime.of(agencies.apply(each.owner()).type()))
                    .item(new ItemRef(each.item(), each.version(), each.owner()))
                    .rules(each.rules().stream().map(Rule::id).sorted().toList()));
            append(event.build(), question.category(), question.purpose());
        }
    }

    private Question reading(ActingProfessional who, Purpose purpose, DataCategory category, Instant at) {
        return Question.of()
                .with(who.agencyType())
                .with(who.function())
                .with(purpose)
                .with(Action.VIEW_SECTION)
                .with(category)
                .at(at)
                .flag(Flag.SECOND_FACTOR_REQUIRED, needsSecondFactor(who))
                .flag(Flag.SECOND_FACTOR, who.assurance() == AssuranceLevel.TWO_FACTOR)
                .canMeet(EnumSet.allOf(Obligation.class))
                .build();
    }

    /**
     * What would come of a disclosure, without making it: whether it would be admitted, and what the recipient would have
     * to be shown less of.
     *
     * @param told the reason that may be told; meaningful when not permitted
     * @param onReceiving what the rulebook obliges to when the recipient looks, for each function that may look
     */
    public record Prospect(
            boolean permitted,
            Reason told,
            List<Step> steps,
            Map<nl.samenzicht.security.directory.Function, Set<Obligation>> onReceiving) {
        public Prospect {
            steps = List.copyOf(steps);
            onReceiving = Map.copyOf(onReceiving);
        }

        /** What every function that may look is shown less of: whoever sees most at the recipient sees this much. */
        public Set<Obligation> onReceivingAtLeast() {
            return onReceiving.values().stream()
                    .reduce((one, other) -> one.stream().filter(other::contains).collect(toUnmodifiableSet()))
                    .orElse(Set.of());
        }
    }

    /**
     * Weighs a disclosure that is being composed. Shows no content and is not recorded; making it is.
     *
     * @param held the functions that are held at the recipient, or by the one professional who would receive
     */
    public Prospect weigh(AccessRequest sharing, Set<nl.samenzicht.security.directory.Function> held) {
        var engine = engineInForce.get();
        var facts = resources
                .get()
                .factsOf(sharing.resource(), sharing.who(), sharing.at())
                .orElseGet(() -> nobodysCase(sharing));
        var verdict = judge(engine, sharing, facts);
        var obligations = new EnumMap<nl.samenzicht.security.directory.Function, Set<Obligation>>(
                nl.samenzicht.security.directory.Function.class);
        for (var item : facts.items()) {
            var question = asked(sharing, facts, item.category(), item);
            held.stream()
                    .filter(nl.samenzicht.security.directory.Function::readsContent)
                    .forEach(function -> {
                        var receiving = asRecipient(sharing, question, Action.VIEW_SECTION, function);
                        if (engine.decide(receiving) instanceof Decision.Permit permit) {
                            obligations
                                    .computeIfAbsent(function, each -> EnumSet.noneOf(Obligation.class))
                                    .addAll(permit.obligations());
                        }
                    });
        }
        return new Prospect(verdict.permitted(), verdict.told(), verdict.steps().get(), obligations);
    }

    /**
     * What the policy said of the whole act.
     *
     * @param steps what would help; looked for when somebody is told, because that asks the policy about each step
     */
    private record Verdict(
            List<GrantedItem> items, Set<Rule> rules, List<Reason> reasons, Reason told, Supplier<List<Step>> steps) {

        boolean permitted() {
            return reasons.isEmpty();
        }
    }

    private static ResourceFacts nobodysCase(AccessRequest request) {
        return request.resource().caseFile().isEmpty()
                ? ResourceFacts.ofAgency()
                : new ResourceFacts(
                        Optional.empty(),
                        Framework.ENKEL,
                        ParticipationState.NONE,
                        ResourceFacts.BEGINNING,
                        ResourceFacts.NO_END,
                        Optional.empty(),
                        false,
                        false,
                        Set.of(),
                        List.of());
    }

    private Verdict judge(PolicyEngine engine, AccessRequest request, ResourceFacts facts) {
        if (request.resource() instanceof ResourceRef.OfReport) {
            return judgeItems(engine, request, facts);
        }
        return switch (request.action()) {
            case VIEW_SECTION, CHANGE_ITEM, EXPORT, GIVE_COPY, SHARE_ITEM, SEND_SIGNAL, ASK_ELSEWHERE ->
                judgeItems(engine, request, facts);
            default -> judgeWhole(engine, request, facts);
        };
    }

    /** An act on the case or the agency as a whole, such as opening a case or bringing somebody in. */
    private Verdict judgeWhole(PolicyEngine engine, AccessRequest request, ResourceFacts facts) {
        var whole = asked(request, facts, request.resource().category(), ownItem(request, facts));
        if (request.action() == Action.LIST_CASES
                && !engine.filter(openQuestion(request)).equals(Condition.never())) {
            return new Verdict(List.of(), new LinkedHashSet<>(), List.of(), Reason.NOTHING_HERE, List::of);
        }
        var decision = engine.decide(whole);
        if (decision instanceof Decision.Deny deny) {
            return refused(engine, request, facts, deny, whole);
        }
        return new Verdict(List.of(), new LinkedHashSet<>(decision.rules()), List.of(), Reason.NOTHING_HERE, List::of);
    }

    /** The ways to each item, in the order in which they were found. */
    private static Collection<List<ItemFacts>> waysByItem(ResourceFacts facts) {
        return facts.items().stream()
                .collect(groupingBy(ItemFacts::item, LinkedHashMap::new, toList()))
                .values();
    }

    /** What the policy said of one way to an item. */
    private record Judged(ItemFacts item, Facts question, Decision decision) {}

    private Judged judged(PolicyEngine engine, AccessRequest request, ResourceFacts facts, ItemFacts item) {
        var question = asked(request, facts, item.category(), item);
        return new Judged(item, question, decide(engine, request, question));
    }

    /** Of the ways that are permitted, the one that leaves out least. */
    private static Optional<Judged> openest(List<Judged> ways) {
        return ways.stream()
                .filter(way -> way.decision().permitted())
                .min(comparingInt(way -> way.item().withheld().size()));
    }

    /**
     * An act on items: each is decided on its own; items that were named must all be permitted. An item that can be reached
     * in several ways opens in the one that permits; of several, in the one that leaves out least.
     */
    private Verdict judgeItems(PolicyEngine engine, AccessRequest request, ResourceFacts facts) {
        var askedFor = askedFor(request, facts);
        var named = askedFor.isPresent();
        var ofSignal = request.resource() instanceof ResourceRef.OfSignal;
        var granted = new ArrayList<GrantedItem>();
        var rules = new LinkedHashSet<Rule>();
        Decision.Deny firstDenial = null;
        Facts firstDenied = null;
        for (var ways : waysByItem(facts)) {
            var judged = ways.stream()
                    .map(way -> judged(engine, request, facts, way))
                    .toList();
            var open = openest(judged);
            if (open.isPresent() && open.get().decision() instanceof Decision.Permit permit) {
                granted.add(granted(open.get().item(), permit.obligations()));
                rules.addAll(permit.rules());
                continue;
            }
            var shut = judged.get(0);
            if (firstDenial == null && (named || ofSignal || shut.item().share().isPresent())) {
                firstDenial = (Decision.Deny) shut.decision();
                firstDenied = shut.question();
            }
        }
        if (!granted.isEmpty() && granted.size() == askedFor.orElse(granted.size())) {
            return new Verdict(granted, rules, List.of(), Reason.NOTHING_HERE, List::of);
        }
        if (!named && WHATEVER_IS_OPEN.contains(request.action())) {
            var own = asked(request, facts, request.resource().category(), ownItem(request, facts));
            var decision = engine.decide(own);
            if (decision instanceof Decision.Permit) {
                return firstDenial != null
                        ? refused(engine, request, facts, firstDenial, firstDenied)
                        : new Verdict(
                                List.of(),
                                new LinkedHashSet<>(decision.rules()),
                                List.of(),
                                Reason.NOTHING_HERE,
                                List::of);
            }
            return firstDenial != null
                    ? refused(engine, request, facts, firstDenial, firstDenied)
                    : refused(engine, request, facts, (Decision.Deny) decision, own);
        }
        var own = asked(request, facts, request.resource().category(), ownItem(request, facts));
        return firstDenial != null
                ? refused(engine, request, facts, firstDenial, firstDenied)
                : refused(
                        engine,
                        request,
                        facts,
                        new Decision.Deny(List.of(Reason.NOTHING_HERE), List.of(), List.of()),
                        own);
    }

    /** How many items must all be permitted; empty when whichever may be had will do. */
    private static OptionalInt askedFor(AccessRequest request, ResourceFacts facts) {
        if (request.resource() instanceof ResourceRef.OfItems items) {
            return OptionalInt.of(items.items().size());
        }
        if (request.resource() instanceof ResourceRef.OfReport) {
            return OptionalInt.of(1);
        }
        return request.resource() instanceof ResourceRef.OfSignal && request.action() != Action.VIEW_SECTION
                ? OptionalInt.of(waysByItem(facts).size())
                : OptionalInt.empty();
    }

    /** For a disclosure the recipient must be able to receive it as well; for all else it is the one decision. */
    private Decision decide(PolicyEngine engine, AccessRequest request, Facts question) {
        var decision = engine.decide(question);
        if (!DISCLOSURES.contains(request.action()) || !decision.permitted()) {
            return decision;
        }
        Decision refusal = null;
        for (var receiving : asRecipient(request, question, Action.RECEIVE_SHARE)) {
            var answer = engine.decide(receiving);
            if (answer.permitted()) {
                return decision;
            }
            refusal = refusal == null ? answer : refusal;
        }
        return refusal;
    }

    /** The same question as the recipient would ask it, once for each function that reads content. */
    private List<Facts> asRecipient(AccessRequest request, Facts question, Action action) {
        return Arrays.stream(nl.samenzicht.security.directory.Function.values())
                .filter(function -> function.readsContent())
                .map(function -> asRecipient(request, question, action, function))
                .toList();
    }

    /** The same question as somebody in this function would ask it at the recipient. */
    private Facts asRecipient(
            AccessRequest request, Facts question, Action action, nl.samenzicht.security.directory.Function function) {
        var other =
                request.counterpart().orElseThrow(() -> new IllegalArgumentException("A share needs its recipient"));
        return question.but()
                .with(action)
                .with(agencies.apply(other.agency()).type())
                .with(Relation.SHARED)
                .with(ParticipationState.ACTIVE)
                .with(function)
                .flag(Flag.ON_NEED_TO_KNOW_LIST, other.flags().contains(Flag.ON_NEED_TO_KNOW_LIST))
                .build();
    }

    /** Asks the engine about one item for one asker, with all that was found. */
    private Facts asked(AccessRequest request, ResourceFacts facts, DataCategory category, ItemFacts item) {
        var who = request.who();
        var other = request.counterpart();
        var builder = Facts.of()
                .with(who.agencyType())
                .with(who.function())
                .with(request.purpose())
                .with(request.action())
                .with(category)
                .with(facts.participation())
                .with(item.relationFor(request.purpose()))
                .with(other.map(Counterpart::ground).orElse(item.ground()))
                .with(other.map(Counterpart::consent).orElse(item.consent()))
                .with(item.regime())
                .with(facts.framework())
                .emergency(facts.emergency() && request.purpose() == Purpose.ACUTE_SAFETY)
                .at(request.at())
                .window(later(facts.from(), item.from()), earlier(facts.until(), item.until()))
                .canMeet(EnumSet.allOf(Obligation.class));
        facts.flags().forEach(builder::flag);
        item.flags().forEach(builder::flag);
        other.ifPresent(side -> side.flags().stream()
                .filter(flag -> flag != Flag.ON_NEED_TO_KNOW_LIST)
                .forEach(builder::flag));
        var otherSide = other.map(Counterpart::agency).orElse(item.owner());
        return builder.flag(Flag.SAME_DOMAIN, isOfOurType(otherSide, who))
                .flag(Flag.SECOND_FACTOR_REQUIRED, needsSecondFactor(who))
                .flag(Flag.SECOND_FACTOR, who.assurance() == AssuranceLevel.TWO_FACTOR)
                .flag(Flag.RULEBOOK_UNSIGNED, unsigned(who, item.owner(), other))
                .build();
    }

    private boolean isOfOurType(AgencyId other, ActingProfessional who) {
        return !other.equals(who.agency()) && agencies.apply(other).type() == who.agencyType();
    }

    /** Whether something would pass between two agencies that are not both bound by the rulebook. */
    private boolean unsigned(ActingProfessional who, AgencyId owner, Optional<Counterpart> other) {
        return Stream.concat(Stream.of(owner), other.map(Counterpart::agency).stream())
                .filter(agency -> !agency.equals(who.agency()))
                .anyMatch(agency -> !signedRulebook.test(agency) || !signedRulebook.test(who.agency()));
    }

    private boolean needsSecondFactor(ActingProfessional who) {
        return secondFactorRequired
                && (who.function().readsContent() || who.function().readsLog());
    }

    /** The item that the asker's own agency could record here: what a category means for a function, whatever lies in it. */
    private static ItemFacts ownItem(AccessRequest request, ResourceFacts facts) {
        var flags = EnumSet.noneOf(Flag.class);
        if (request.resource().category() == DataCategory.SECRET_LOCATION) {
            flags.add(Flag.ON_NEED_TO_KNOW_LIST);
        }
        return new ItemFacts(
                new UUID(0, 0),
                request.resource().category(),
                0,
                request.who().agency(),
                request.who().agency(),
                regimeOf(request),
                NEEDS_LEAD.contains(request.action()) && !facts.leads() ? Relation.NONE : Relation.OWN,
                Ground.STATUTORY_TASK,
                ConsentState.NONE,
                facts.from(),
                facts.until(),
                flags,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** What one records oneself falls under the law of one's own task. */
    private static Regime regimeOf(AccessRequest request) {
        return Regime.of(request.who().agencyType());
    }

    private static GrantedItem granted(ItemFacts item, Set<Obligation> obligations) {
        return new GrantedItem(
                item.item(),
                item.version(),
                item.owner(),
                item.keyHolder(),
                item.regime(),
                item.relation() == Relation.OWN,
                obligations,
                item.share(),
                item.withheld());
    }

    private Verdict refused(
            PolicyEngine engine, AccessRequest request, ResourceFacts facts, Decision.Deny deny, Facts question) {
        // what the asker has left undone says nothing of the case
        var ofAsker = deny.told() == Reason.REVIEW_OVERDUE;
        var outsider = request.resource().caseFile().isPresent()
                && facts.participation() == ParticipationState.NONE
                && !facts.emergency()
                && !ofAsker;
        var tellable = outsider ? Optional.<Tellable>empty() : tellable(engine, request, facts, deny, question);
        return new Verdict(
                List.of(),
                new LinkedHashSet<>(deny.rules()),
                deny.reasons(),
                tellable.map(of -> told(engine, of)).orElse(Reason.NOTHING_HERE),
                () -> tellable.map(of -> whatWouldHelp(engine, of.question())).orElse(List.of()));
    }

    private static List<Step> whatWouldHelp(PolicyEngine engine, Facts question) {
        return Stream.concat(
                        engine.whatWouldHelp(question, ProductSteps.all()).stream()
                                .map(Remedy::step),
                        engine.whatWouldBeginToHelp(question, ProductSteps.all()).stream())
                .toList();
    }

    /** A denial that may be told, and what it answers; what would help is found from that question alone. */
    private record Tellable(Facts question, Decision.Deny deny) {}

    /**
     * What may be told of a denial; empty when it must look as if there were nothing. Where the denial would betray that
     * others keep something here, that is what would be told if nothing were here: refused looks like empty.
     */
    private Optional<Tellable> tellable(
            PolicyEngine engine, AccessRequest request, ResourceFacts facts, Decision.Deny deny, Facts question) {
        var ofOthers =
                question.term(Relation.class).filter(Relation.OWN::equals).isEmpty();
        var betrays = deny.told() == Reason.NOTHING_HERE
                || (ofOthers && SILENT.contains(request.resource().category()));
        if (!betrays) {
            return Optional.of(new Tellable(question, deny));
        }
        if (request.action() != Action.VIEW_SECTION) {
            return deny.told() == Reason.NOTHING_HERE ? Optional.empty() : Optional.of(new Tellable(question, deny));
        }
        var ifNothingWereHere = asked(request, facts, request.resource().category(), ownItem(request, facts));
        return engine.decide(ifNothingWereHere) instanceof Decision.Deny own && own.told() != Reason.NOTHING_HERE
                ? Optional.of(new Tellable(ifNothingWereHere, own))
                : Optional.empty();
    }

    /** The reason that is told. Where only a rule for what is shared could permit, it is that nothing has been shared. */
    private static Reason told(PolicyEngine engine, Tellable of) {
        return of.deny().told() == Reason.NO_RULE
                        && !engine.whatWouldHelp(of.question(), SHARING).isEmpty()
                ? Reason.NOT_SHARED
                : of.deny().told();
    }

    /** How each category stands: what is open, what is empty for the asker, what is not for this function and purpose. */
    private Map<DataCategory, SectionState> survey(PolicyEngine engine, AccessRequest request, ResourceFacts facts) {
        var byCategory = facts.items().stream().collect(groupingBy(ItemFacts::category));
        var states = new EnumMap<DataCategory, SectionState>(DataCategory.class);
        for (var category : DataCategory.values()) {
            if (!category.isContent()) {
                continue;
            }
            var section = new AccessRequest(
                    request.who(),
                    Action.VIEW_SECTION,
                    new ResourceRef.OfSection(request.resource().caseFile().orElseThrow(), category),
                    request.purpose(),
                    request.at(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            var items = byCategory.getOrDefault(category, List.of());
            var verdict = judgeItems(engine, section, facts.withOnly(items));
            if (!verdict.permitted()) {
                states.put(
                        category,
                        verdict.told() == Reason.NOTHING_HERE
                                ? new SectionState.Empty()
                                : new SectionState.Refused(verdict.told()));
            } else if (verdict.items().isEmpty()) {
                states.put(category, new SectionState.Empty());
            } else {
                var own = (int) verdict.items().stream()
                        .filter(item -> item.share().isEmpty())
                        .count();
                states.put(category, new SectionState.Open(own, verdict.items().size() - own));
            }
        }
        return states;
    }

    private Question openQuestion(AccessRequest request) {
        return Question.of()
                .with(request.who().agencyType())
                .with(request.who().function())
                .with(request.purpose())
                .with(listed(request.action()))
                .with(DataCategory.CASE_HEADER)
                .with(Relation.OWN)
                .with(Ground.STATUTORY_TASK)
                .with(ConsentState.NONE)
                .with(Regime.AVG)
                .at(request.at())
                .flag(Flag.SECOND_FACTOR_REQUIRED, needsSecondFactor(request.who()))
                .flag(Flag.SECOND_FACTOR, request.who().assurance() == AssuranceLevel.TWO_FACTOR)
                .canMeet(EnumSet.allOf(Obligation.class))
                .build();
    }

    /** A list contains what the same person could open one by one. */
    private static Action listed(Action action) {
        return action == Action.LIST_CASES || action == Action.SEARCH ? Action.VIEW_CASE : action;
    }

    private EntryRef record(PolicyEngine engine, AccessRequest request, ResourceFacts facts, Verdict verdict) {
        var resource = request.resource();
        var event = LedgerEvent.of(request.at(), request.action().name(), Actor.of(request.who(), accessPoint.get()))
                .outcome(verdict.permitted() ? Outcome.PERMITTED : Outcome.REFUSED)
                .lifeCycle(lifeCycle(request.action()))
                .purpose(request.purpose().name())
                .emergency(facts.emergency())
                .caseId(resource.caseFile().orElse(null))
                .personId(facts.person().orElse(null))
                .category(resource.category().name())
                .regime(
                        verdict.items().stream().anyMatch(item -> item.regime() == Regime.WPG)
                                ? Regime.WPG
                                : regimeOf(request))
                .items(verdict.items().stream()
                        .map(item -> new ItemRef(item.item(), item.version(), item.owner()))
                        .toList())
                .rulebook(engine.rulebook().reference())
                .rules(verdict.rules().stream().map(Rule::id).toList())
                .detail(request.why().orElse(null));
        if (concernsLead(request, facts, verdict)) {
            facts.lead().ifPresent(event::holder);
        }
        if (!verdict.permitted()) {
            event.holders(facts.items().stream().map(ItemFacts::owner).toList());
            event.reason(verdict.reasons().get(0).name(), verdict.told().name());
        } else {
            var owner = request.counterpart()
                    .map(Counterpart::agency)
                    .orElse(request.who().agency());
            request.rows().forEach(row -> event.item(new ItemRef(row, ItemRef.NO_VERSION, owner)));
        }
        verdict.items().forEach(item -> event.maskedFields(item.withheld()));
        facts.items().stream()
                .filter(way -> verdict.items().stream().anyMatch(item -> isWayTo(item, way)))
                .forEach(way -> {
                    event.shareId(way.share().orElseThrow());
                    event.ground(way.ground().name());
                    way.consentId().ifPresent(event::consentId);
                });
        request.counterpart().ifPresent(other -> {
            event.recipient(new Recipient(other.agency(), other.professional().orElse(null)));
            event.ground(other.ground().name());
            other.consentId().ifPresent(event::consentId);
            other.share().ifPresent(event::shareId);
        });
        return append(event.build(), resource.category(), request.purpose());
    }

    /** Whether an item was opened through this share. */
    private static boolean isWayTo(GrantedItem item, ItemFacts way) {
        return way.share().isPresent()
                && way.share().equals(item.share())
                && way.item().equals(item.item());
    }

    /** The card of a case is its lead's; of an emergency and of what was refused the lead hears whatever it was about. */
    private static boolean concernsLead(AccessRequest request, ResourceFacts facts, Verdict verdict) {
        return !verdict.permitted() || facts.emergency() || request.resource() instanceof ResourceRef.OfCase;
    }

    private EntryRef append(LedgerEvent event, DataCategory category, Purpose purpose) {
        try {
            return ledger.append(event);
        } catch (LedgerUnavailable unavailable) {
            throw new AccessDenied(Reason.LEDGER_UNAVAILABLE, category, purpose, List.of(), Optional.empty());
        }
    }

    private static LifeCycle lifeCycle(Action action) {
        return switch (action) {
            case LIST_CASES,
                    LIST_SIGNALS,
                    VIEW_CASE,
                    VIEW_SECTION,
                    SEARCH,
                    COUNT,
                    VIEW_LOG,
                    VIEW_OWN_LOG,
                    VIEW_DIRECTORY,
                    VIEW_REPORT,
                    VIEW_RETENTION,
                    VIEW_LOG_RETENTION,
                    VIEW_RULEBOOK -> LifeCycle.READ;
            case OPEN_CASE,
                    RECORD_ITEM,
                    INVITE_PARTY,
                    INVITE_AGENCY,
                    ENTER_WEIGHTS,
                    RECORD_CONSENT,
                    RECORD_PROVISION,
                    IMPORT,
                    ASK_CONTACT,
                    HOLD_DESTRUCTION,
                    PROPOSE_DESTRUCTION,
                    PROPOSE_LOG_REMOVAL,
                    REQUEST_ACCESS -> LifeCycle.CREATE;
            case CHANGE_CASE,
                    CLOSE_CASE,
                    CHANGE_ITEM,
                    WRITE_PLAN,
                    MOVE_LEAD,
                    MANAGE_PROFESSIONAL,
                    CONFIRM_MANAGER,
                    WITHDRAW_CONSENT,
                    END_SHARE,
                    ANSWER_SHARE,
                    ANSWER_CONTACT,
                    JUDGE_DUPLICATE,
                    SET_OVERSIGHT,
                    HANDLE_REQUEST,
                    HANDLE_BREACH,
                    TRIAGE_SIGNAL,
                    CONFIRM_REPORT,
                    PREPARE_REPORT,
                    LEAVE_CASE -> LifeCycle.UPDATE;
            default -> LifeCycle.EXECUTE;
        };
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
