package nl.samenzicht.security.policy;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the rules of decision begin and end, one by one; what holds over all worlds is in the properties. */
class PolicyEdgesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final PolicyEngine ENGINE = new PolicyEngine(DefaultRulebook.load(), ProductGuards.all());

    private static Facts.Builder detective() {
        return Facts.of()
                .with(AgencyType.POLICE)
                .with(Function.DETECTIVE)
                .with(Action.VIEW_SECTION)
                .with(DataCategory.SIGNAL)
                .with(Purpose.INVESTIGATION)
                .with(ParticipationState.ACTIVE)
                .with(Relation.OWN)
                .with(Ground.STATUTORY_TASK)
                .with(ConsentState.NONE)
                .with(Regime.WPG)
                .with(Framework.CONVENANT)
                .at(NOON)
                .alwaysOpen()
                .canMeet(Set.of(Obligation.values()))
                .flag(Flag.SECOND_FACTOR);
    }

    private static Facts.Builder planOfOthers() {
        return detective().with(DataCategory.PLAN).with(Relation.NONE).with(Regime.AVG);
    }

    @Test
    void what_speaks_another_vocabulary_is_not_answered() {
        var elsewhere = World.of(new Random(1));
        var facts = elsewhere.requests().get(0);
        thenThrownBy(() -> ENGINE.decide(facts)).isInstanceOf(IllegalArgumentException.class);
        thenThrownBy(() -> ENGINE.explain(facts)).isInstanceOf(IllegalArgumentException.class);
        thenThrownBy(() -> ENGINE.filter(elsewhere.questionAbout(facts))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rulebook_refuses_a_rule_with_a_word_that_it_does_not_know_and_two_rules_with_one_id() {
        var vocabulary = World.of(new Random(1)).vocabulary();
        var book = DefaultRulebook.load();
        thenThrownBy(() -> new Rulebook("other", 1, NOON, vocabulary, book.rules()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Rule '");
        var first = book.rules().get(0);
        var second = book.rules().get(1);
        var posing = new Rule(
                first.id(),
                second.effect(),
                second.purposes(),
                second.terms(),
                second.withinWindow(),
                second.emergency(),
                second.obligations(),
                second.citation());
        thenThrownBy(() -> new Rulebook("book", 1, NOON, book.vocabulary(), List.of(first, posing)))
                .hasMessageContaining("Two different rules have the id");
        then(new Rulebook("book", 1, NOON, book.vocabulary(), List.of(first, first)).rules())
                .containsExactly(first);
        thenThrownBy(() -> new Rulebook("book", 0, NOON, book.vocabulary(), List.of()))
                .hasMessageContaining("versions begin at 1");
        then(new Rulebook("book", 1, NOON, book.vocabulary(), List.of()).reference())
                .isEqualTo("book-1");
        then(ENGINE.rulebook()).isEqualTo(book);
    }

    @Test
    void a_purpose_is_proposed_when_asking_for_it_is_the_first_of_two_steps() {
        // a plan is not for the investigation, and for the case conference somebody must share it
        var shut = planOfOthers().build();
        then(ENGINE.whatWouldHelp(shut, ProductSteps.all())).isEmpty();
        then(ENGINE.whatWouldBeginToHelp(shut, ProductSteps.all())).allSatisfy(step -> {
            then(step.kind()).isEqualTo(Step.Kind.ASK_FOR_PURPOSE);
            then(step.change().apply(shut).term(Purpose.class)).hasValue(Purpose.valueOf(step.term()));
        });
        then(ENGINE.whatWouldBeginToHelp(shut, ProductSteps.all()))
                .extracting(Step::term)
                .containsExactly(Purpose.CASE_CONFERENCE.name());
        // a single step is nearer
        var near = detective()
                .with(DataCategory.IDENTITY)
                .with(Purpose.INVESTIGATION)
                .build();
        then(ENGINE.whatWouldHelp(near, ProductSteps.all())).isNotEmpty();
        then(ENGINE.whatWouldBeginToHelp(near, ProductSteps.all())).isEmpty();
    }

    @Test
    void nothing_helps_what_is_permitted_already() {
        var open = detective().build();
        then(ENGINE.decide(open).permitted()).isTrue();
        then(ENGINE.whatWouldHelp(open, ProductSteps.all())).isEmpty();
    }

    @Test
    void a_condition_is_less_once_a_term_is_known() {
        var health = new Condition.In(Dimension.CATEGORY, Set.of("HEALTH"));
        var shared = new Condition.In(Dimension.RELATION, Set.of("SHARED"));
        var raised = new Condition.HasFlag(Flag.SECOND_FACTOR);
        then(health.given(Dimension.CATEGORY, "HEALTH")).isEqualTo(Condition.always());
        then(health.given(Dimension.CATEGORY, "SITUATION")).isEqualTo(Condition.never());
        then(health.given(Dimension.RELATION, "SHARED")).isEqualTo(health);
        then(raised.given(Dimension.CATEGORY, "HEALTH")).isEqualTo(raised);
        then(Condition.allOf(health, shared).given(Dimension.CATEGORY, "HEALTH"))
                .isEqualTo(shared);
        then(Condition.anyOf(health, shared).given(Dimension.CATEGORY, "SITUATION"))
                .isEqualTo(shared);
        then(Condition.not(health).given(Dimension.CATEGORY, "SITUATION")).isEqualTo(Condition.always());
    }

    @Test
    void alternatives_are_flat_and_each_stands_once() {
        var health = new Condition.In(Dimension.CATEGORY, Set.of("HEALTH"));
        var plan = new Condition.In(Dimension.CATEGORY, Set.of("PLAN"));
        var raised = new Condition.HasFlag(Flag.SECOND_FACTOR);
        then(Condition.anyOf(Condition.anyOf(health, plan), plan, Condition.anyOf(raised, health)))
                .isEqualTo(Condition.anyOf(health, plan, raised));
        then(Condition.anyOf(health, Condition.always())).isEqualTo(Condition.always());
    }

    @Test
    void a_window_is_open_from_its_first_moment_until_just_before_its_last() {
        var facts = Facts.of().at(NOON).window(NOON, NOON.plusSeconds(60)).build();
        then(facts.windowOpenAt(NOON)).isTrue();
        then(facts.windowOpenAt(NOON.minusNanos(1))).isFalse();
        then(facts.windowOpenAt(NOON.plusSeconds(60).minusNanos(1))).isTrue();
        then(facts.windowOpenAt(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void facts_are_alike_when_everything_in_them_is() {
        var one = detective().canMeet(Set.of(Obligation.MASK_BSN)).build();
        then(one)
                .isEqualTo(detective().canMeet(Set.of(Obligation.MASK_BSN)).build())
                .isNotEqualTo("facts");
        for (UnaryOperator<Facts.Builder> change : List.<UnaryOperator<Facts.Builder>>of(
                facts -> facts.with(DataCategory.PLAN),
                facts -> facts.at(NOON.plusSeconds(1)),
                facts -> facts.window(NOON, NOON.plusSeconds(60)),
                facts -> facts.window(Instant.MIN, NOON),
                facts -> facts.flag(Flag.SHARE_ENDED),
                facts -> facts.canMeet(Set.of()))) {
            then(change.apply(one.but()).build()).isNotEqualTo(one);
        }
        then(Facts.in(World.of(new Random(1)).vocabulary()).at(NOON).build())
                .isNotEqualTo(Facts.of().at(NOON).build());
    }

    @Test
    void what_can_be_met_adds_up() {
        var facts = Facts.of()
                .at(NOON)
                .canMeet(Set.of(Obligation.MASK_BSN, Obligation.INITIALS_ONLY))
                .build();
        then(facts.canMeet()).containsExactlyInAnyOrder(Obligation.MASK_BSN, Obligation.INITIALS_ONLY);
        then(facts.but().without(Dimension.CATEGORY).build().term(Dimension.CATEGORY))
                .isEmpty();
    }

    @Test
    void a_question_knows_what_was_stated_and_leaves_the_rest_open() {
        var question = Question.of()
                .with(Purpose.SUPPORT)
                .without(Dimension.GROUND)
                .emergency(true)
                .flag(Flag.SECOND_FACTOR, true)
                .flag(Flag.SHARE_ENDED, false)
                .at(NOON)
                .build();
        then(question.isOpen(Dimension.CATEGORY)).isTrue();
        then(question.isOpen(Dimension.PURPOSE)).isFalse();
        then(question.isOpen(Dimension.GROUND)).isFalse();
        then(question.number(Dimension.EMERGENCY)).isEqualTo(Vocabulary.IS_EMERGENCY);
        then(question.knows(Flag.SECOND_FACTOR) && question.has(Flag.SECOND_FACTOR))
                .isTrue();
        then(question.knows(Flag.SHARE_ENDED)).isTrue();
        then(question.has(Flag.SHARE_ENDED)).isFalse();
        then(question.knows(Flag.CASE_CLOSED)).isFalse();
        var other = question.but().with(DataCategory.PLAN).build();
        then(other.isOpen(Dimension.CATEGORY)).isFalse();
        then(other.number(Dimension.PURPOSE)).isEqualTo(question.number(Dimension.PURPOSE));
        then(other.knows(Flag.SECOND_FACTOR)).isTrue();
    }

    @Test
    void a_flag_that_is_not_raised_lowers_only_itself() {
        var question = Question.of()
                .flag(Flag.SECOND_FACTOR, true)
                .flag(Flag.SHARE_ENDED, true)
                .flag(Flag.SHARE_ENDED, false)
                .at(NOON)
                .build();
        then(question.has(Flag.SECOND_FACTOR)).isTrue();
        then(question.has(Flag.SHARE_ENDED)).isFalse();
    }

    @Test
    void a_tree_of_purposes_refuses_a_parent_that_is_not_there_and_a_circle() {
        thenThrownBy(() -> new PurposeTree(Map.of("A", Optional.of("B")))).hasMessageContaining("not in the tree");
        thenThrownBy(() -> new PurposeTree(Map.of("A", Optional.of("B"), "B", Optional.of("A"))))
                .hasMessageContaining("above itself");
        then(Purpose.tree().nodes())
                .containsExactlyElementsOf(
                        Arrays.stream(Purpose.values()).map(Purpose::name).toList());
        thenThrownBy(() -> Purpose.ofCode("D99")).hasMessageContaining("D99");
    }

    @Test
    void a_vocabulary_refuses_purposes_that_are_not_those_of_its_tree_and_a_dimension_twice() {
        var one = Vocabulary.withPurposes(new PurposeTree(Map.of("A", Optional.empty())));
        thenThrownBy(() -> one.purposesAre(Purpose.class)).hasMessageContaining("the tree of purposes has");
        then(one.terms(Dimension.GROUND, List.of("X", "X")).build().terms(Dimension.GROUND))
                .containsExactly("X");
        thenThrownBy(() -> one.terms(Dimension.GROUND, List.of("Y"))).hasMessageContaining("given already");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Reason.class)
    void a_reason_is_told_as_itself_or_as_nothing_here_and_cites_an_article(Reason reason) {
        var betrays = Set.of(
                Reason.NOTHING_HERE,
                Reason.NO_PROVISION,
                Reason.NO_ONWARD_SHARING,
                Reason.POLICE_EMBARGO,
                Reason.SECRET_LOCATION,
                Reason.CONFLICT_OF_INTEREST,
                Reason.BLOCKED_PARENT);
        then(reason.told()).isEqualTo(betrays.contains(reason) ? Reason.NOTHING_HERE : reason);
        then(reason.article()).isNotBlank();
        then(new Decision.Deny(List.of(Reason.CONSENT_MISSING, reason), List.of(), List.of()).told())
                .isEqualTo(betrays.contains(reason) ? Reason.NOTHING_HERE : Reason.CONSENT_MISSING);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(AgencyType.class)
    void only_the_police_work_under_the_police_data_act(AgencyType type) {
        then(Regime.of(type)).isEqualTo(type == AgencyType.POLICE ? Regime.WPG : Regime.AVG);
    }

    @Test
    void fourteen_categories_hold_content() {
        then(Arrays.stream(DataCategory.values())
                        .filter(DataCategory::isContent)
                        .map(DataCategory::code))
                .containsExactlyInAnyOrder(
                        "ID", "BSN", "CON", "SIG", "SIT", "GEZ", "STR", "FIN", "VBL", "KIN", "LOC", "VEI", "DER",
                        "PLN");
    }

    @Test
    void rules_that_differ_in_one_word_are_one_part_of_a_list() {
        var question = Question.of()
                .with(AgencyType.POLICE)
                .with(Function.DETECTIVE)
                .with(Purpose.INVESTIGATION)
                .with(Action.VIEW_SECTION)
                .with(ParticipationState.ACTIVE)
                .with(Relation.OWN)
                .with(Ground.STATUTORY_TASK)
                .with(ConsentState.NONE)
                .with(Regime.WPG)
                .with(Framework.CONVENANT)
                .at(NOON);
        var raised = Set.of(Flag.SECOND_FACTOR, Flag.ON_NEED_TO_KNOW_LIST);
        Arrays.stream(Flag.values()).forEach(flag -> question.flag(flag, raised.contains(flag)));
        // the rules for signals and third parties, and for criminal justice with its obligation
        question.canMeet(Set.of(Obligation.values()));
        then(ENGINE.filter(question.build()))
                .isEqualTo(Condition.allOf(
                        new Condition.In(Dimension.CATEGORY, Set.of("SIGNAL", "CRIMINAL_JUSTICE", "THIRD_PARTY")),
                        new Condition.WindowOpen(NOON)));
    }

    private static Rule rule(String id, Effect effect, Map<Dimension, Set<String>> terms, Obligation... obligations) {
        return new Rule(id, effect, Set.of(), terms, false, Emergency.ANY, Set.of(obligations), Citation.NONE);
    }

    private static PolicyEngine engine(List<Guard> guards, Rule... rules) {
        return new PolicyEngine(new Rulebook("book", 1, NOON, ProductVocabulary.vocabulary(), List.of(rules)), guards);
    }

    @Test
    void a_rule_with_one_unknown_word_is_refused_wherever_it_stands() {
        var vocabulary = ProductVocabulary.vocabulary();
        var term = rule("R1", Effect.PERMIT, Map.of(Dimension.CATEGORY, Set.of("GOSSIP")));
        thenThrownBy(() -> new Rulebook("book", 1, NOON, vocabulary, List.of(term)))
                .hasMessageContaining("Rule 'R1'")
                .hasMessageContaining("GOSSIP");
        var purpose = new Rule(
                "R2", Effect.PERMIT, Set.of("CURIOSITY"), Map.of(), false, Emergency.ANY, Set.of(), Citation.NONE);
        thenThrownBy(() -> new Rulebook("book", 1, NOON, vocabulary, List.of(purpose)))
                .hasMessageContaining("Rule 'R2'")
                .hasMessageContaining("CURIOSITY");
    }

    @Test
    void a_guard_may_speak_of_alternatives_and_of_everything_and_not_of_the_window() {
        var everything = rule("R1", Effect.PERMIT, Map.of());
        var either = new Guard(
                "either",
                Reason.RESTRICTED_PROCESSING,
                Condition.anyOf(
                        new Condition.HasFlag(Flag.RESTRICTED),
                        new Condition.In(Dimension.CATEGORY, Set.of(DataCategory.HEALTH.name()))));
        var guarded = engine(List.of(either), everything);
        then(guarded.decide(Facts.of().with(DataCategory.PLAN).at(NOON).build()).permitted())
                .isTrue();
        then(guarded.decide(Facts.of().with(DataCategory.HEALTH).at(NOON).build())
                        .permitted())
                .isFalse();
        then(guarded.decide(Facts.of().flag(Flag.RESTRICTED).at(NOON).build()).permitted())
                .isFalse();
        var facts = Facts.of().at(NOON).build();
        then(engine(List.of(new Guard("all", Reason.RESTRICTED_PROCESSING, Condition.always())), everything)
                        .decide(facts)
                        .permitted())
                .isFalse();
        then(engine(List.of(new Guard("none", Reason.RESTRICTED_PROCESSING, Condition.never())), everything)
                        .decide(facts)
                        .permitted())
                .isTrue();
        var window = new Guard("window", Reason.RESTRICTED_PROCESSING, new Condition.WindowOpen(NOON));
        thenThrownBy(() -> engine(List.of(window), everything)).hasMessageContaining("only rules can");
    }

    @Test
    void an_obligation_that_cannot_be_met_names_the_rules_that_demand_it_and_no_other() {
        var engine = engine(
                List.of(),
                rule("R1", Effect.PERMIT, Map.of()),
                rule("R2", Effect.PERMIT, Map.of(), Obligation.MASK_BSN),
                rule("R3", Effect.PERMIT, Map.of(), Obligation.INITIALS_ONLY));
        var decision = engine.decide(
                Facts.of().at(NOON).canMeet(Set.of(Obligation.INITIALS_ONLY)).build());
        then(decision).isInstanceOf(Decision.Deny.class);
        then(((Decision.Deny) decision).reasons()).containsExactly(Reason.OBLIGATION_UNMET);
        then(decision.rules()).extracting(Rule::id).containsExactly("R2");
    }

    @Test
    void only_purposes_are_proposed_as_the_first_of_two_steps() {
        // to join and then to be given a share would help, and is not told as a purpose to choose
        var outside = planOfOthers()
                .with(Purpose.CASE_CONFERENCE)
                .with(ParticipationState.NONE)
                .build();
        then(ENGINE.whatWouldHelp(outside, ProductSteps.all())).isEmpty();
        then(ENGINE.whatWouldBeginToHelp(outside, ProductSteps.all())).isEmpty();
    }

    @Test
    void what_all_alternatives_share_is_said_once() {
        var engine = engine(
                List.of(),
                rule(
                        "R1",
                        Effect.PERMIT,
                        Map.of(Dimension.CATEGORY, Set.of("PLAN"), Dimension.RELATION, Set.of("OWN"))),
                rule(
                        "R2",
                        Effect.PERMIT,
                        Map.of(
                                Dimension.CATEGORY,
                                Set.of("PLAN"),
                                Dimension.RELATION,
                                Set.of("SHARED"),
                                Dimension.GROUND,
                                Set.of("CONSENT"))));
        then(engine.filter(Question.of().at(NOON).build()))
                .isEqualTo(Condition.allOf(
                        new Condition.In(Dimension.CATEGORY, Set.of("PLAN")),
                        Condition.anyOf(
                                new Condition.In(Dimension.RELATION, Set.of("OWN")),
                                Condition.allOf(
                                        new Condition.In(Dimension.GROUND, Set.of("CONSENT")),
                                        new Condition.In(Dimension.RELATION, Set.of("SHARED"))))));
    }

    @Test
    void what_is_denied_is_cut_out_of_what_is_permitted() {
        var engine = engine(
                List.of(),
                rule("R1", Effect.PERMIT, Map.of(Dimension.CATEGORY, Set.of("PLAN", "HEALTH"))),
                rule("R2", Effect.DENY, Map.of(Dimension.CATEGORY, Set.of("HEALTH"))));
        then(engine.filter(Question.of().at(NOON).build()))
                .isEqualTo(new Condition.In(Dimension.CATEGORY, Set.of("PLAN")));
    }

    @Test
    void a_rulebook_with_very_many_denials_is_listed_as_permits_without_denials_and_means_the_same() {
        var rules = new ArrayList<>(List.of(rule("P", Effect.PERMIT, Map.of())));
        var categories = DataCategory.values();
        var functions = Function.values();
        var actions = Action.values();
        var random = new Random(3);
        for (int i = 0; i < 60; i++) {
            rules.add(rule(
                    "N%02d".formatted(i),
                    Effect.DENY,
                    Map.of(
                            Dimension.CATEGORY,
                            two(categories, random),
                            Dimension.FUNCTION,
                            two(functions, random),
                            Dimension.ACTION,
                            two(actions, random))));
        }
        var engine = engine(List.of(), rules.toArray(Rule[]::new));
        var condition = engine.filter(Question.of().at(NOON).build());
        then(condition).isInstanceOf(Condition.Not.class);
        for (int i = 0; i < 2_000; i++) {
            var facts = Facts.of()
                    .with(categories[random.nextInt(categories.length)])
                    .with(functions[random.nextInt(functions.length)])
                    .with(actions[random.nextInt(actions.length)])
                    .at(NOON)
                    .build();
            then(condition.holds(facts)).isEqualTo(engine.decide(facts).permitted());
        }
    }

    private static Set<String> two(Enum<?>[] all, Random random) {
        int first = random.nextInt(all.length);
        int other = (first + 1 + random.nextInt(all.length - 1)) % all.length;
        return Set.of(all[first].name(), all[other].name());
    }

    @Test
    void a_vocabulary_is_gathered_in_one_go_and_an_emergency_that_is_not_stated_is_none() {
        var vocabulary = Vocabulary.withPurposes(Purpose.tree())
                .purposesAre(Purpose.class)
                .terms(Dimension.GROUND, Ground.class)
                .terms(Dimension.CATEGORY, List.of("A"))
                .build();
        then(vocabulary.terms(Dimension.GROUND)).contains("CONSENT");
        then(vocabulary.dimensionOf(Purpose.class)).isEqualTo(Dimension.PURPOSE);
        var facts =
                Facts.of().emergency(true).without(Dimension.EMERGENCY).at(NOON).build();
        then(facts.emergency()).isFalse();
    }
}
