package nl.samenzicht.security.policy;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What must be true of every rulebook, held over made-up worlds. */
class PolicyEnginePropertiesTest {

    /** Counts what was met; nothing to who runs them without the machinery of properties. */
    void met(String what) {
        Statistics.collect(what);
    }

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.randomValue(World::of);
    }

    @Property(tries = 500)
    void decides_as_a_plain_reading_of_the_rules_does(@ForAll("worlds") World world) {
        var engine = world.engine();
        var oracle = new Oracle(world, world.rules());
        for (var facts : world.requests()) {
            var decision = engine.decide(facts);
            var reasons = decision instanceof Decision.Deny deny ? deny.reasons() : List.<Reason>of();

            met(reasons.isEmpty() ? "PERMIT" : reasons.get(0).name());
            then(decision.permitted()).isEqualTo(oracle.permits(facts));
            then(new HashSet<>(reasons)).isEqualTo(oracle.reasons(facts)).hasSameSizeAs(reasons);
            then(ids(decision)).isEqualTo(oracle.determining(facts));
            if (decision instanceof Decision.Permit permit) {
                then(permit.obligations()).isEqualTo(oracle.obligations(facts));
            }
            if (decision instanceof Decision.Deny deny) {
                then(deny.guards().stream().map(Guard::reason).collect(toSet()))
                        .isEqualTo(world.guards().stream()
                                .flatMap(guard -> guard.forbids(facts).stream())
                                .collect(toSet()));
            }
        }
    }

    @Property(tries = 500)
    void a_list_holds_exactly_what_single_decisions_permit(@ForAll("worlds") World world) {
        var engine = world.engine();
        for (var facts : world.requests()) {
            var condition = engine.filter(world.questionAbout(facts));

            met(condition.getClass().getSimpleName());
            then(condition.holds(facts))
                    .as("%s of %s", condition, facts)
                    .isEqualTo(engine.decide(facts).permitted());
        }
    }

    @Property(tries = 200)
    void an_explanation_names_exactly_who_is_permitted(@ForAll("worlds") World world) {
        var engine = world.engine();
        var oracle = new Oracle(world, world.rules());
        for (var facts : world.requests().subList(0, 3)) {
            var explained = engine.explain(facts).accesses().stream()
                    .map(access -> List.of(
                            access.agencyType(),
                            access.function(),
                            access.purpose(),
                            access.rules().stream().map(Rule::id).toList().toString(),
                            access.obligations().toString()))
                    .collect(toSet());
            var expected = new HashSet<List<String>>();
            for (var agencyType : world.vocabulary().terms(Dimension.AGENCY_TYPE)) {
                for (var function : world.vocabulary().terms(Dimension.FUNCTION)) {
                    for (var purpose : world.vocabulary().terms(Dimension.PURPOSE)) {
                        var asked = facts.but()
                                .with(Dimension.AGENCY_TYPE, agencyType)
                                .with(Dimension.FUNCTION, function)
                                .with(Dimension.PURPOSE, purpose)
                                .build();
                        if (oracle.permits(asked)) {
                            expected.add(List.of(
                                    agencyType,
                                    function,
                                    purpose,
                                    oracle.determining(asked).toString(),
                                    oracle.obligations(asked).toString()));
                        }
                    }
                }
            }
            then(explained).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void what_would_help_helps_and_nothing_else_does(@ForAll("worlds") World world) {
        var engine = world.engine();
        var steps = world.vocabulary().purposes().nodes().stream()
                .map(purpose -> new Step(
                        Step.Kind.CHOOSE_PURPOSE,
                        purpose,
                        Reason.PURPOSE_NOT_FOR_FUNCTION,
                        facts -> facts.but().with(Dimension.PURPOSE, purpose).build()))
                .toList();
        for (var facts : world.requests()) {
            var expected = steps.stream()
                    .filter(step -> !engine.decide(facts).permitted()
                            && engine.decide(step.change().apply(facts)).permitted())
                    .map(Step::term)
                    .toList();

            then(engine.whatWouldHelp(facts, steps).stream()
                            .map(remedy -> remedy.step().term()))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Property(tries = 300)
    void adding_a_denial_never_adds_a_permit(@ForAll("worlds") World world) {
        var before = world.engine();
        var more = new ArrayList<>(world.rules());
        more.add(world.anotherRule("another", Effect.DENY));
        var after = world.engine(more);
        for (var facts : world.requests()) {
            if (after.decide(facts).permitted()) {
                then(before.decide(facts).permitted()).isTrue();
            }
        }
    }

    @Property(tries = 300)
    void lowering_what_the_caller_can_meet_never_adds_a_permit(@ForAll("worlds") World world) {
        var engine = world.engine();
        for (var facts : world.requests()) {
            var less = facts.but().canMeet(Set.of()).build();
            if (engine.decide(less).permitted()) {
                then(engine.decide(facts).permitted()).isTrue();
            }
        }
    }

    @Property(tries = 300)
    void a_rule_on_a_purpose_matches_exactly_its_subtree(@ForAll("worlds") World world) {
        var tree = world.vocabulary().purposes();
        for (var node : tree.nodes()) {
            var rule = new Rule(
                    "only", Effect.PERMIT, Set.of(node), Map.of(), false, Emergency.ANY, Set.of(), Citation.NONE);
            var engine = new PolicyEngine(
                    new Rulebook("one", 1, Instant.EPOCH, world.vocabulary(), List.of(rule)), List.of());
            var permitted = tree.nodes().stream()
                    .filter(purpose -> engine.decide(Facts.in(world.vocabulary())
                                    .with(Dimension.PURPOSE, purpose)
                                    .at(Instant.EPOCH)
                                    .build())
                            .permitted())
                    .collect(toSet());

            var below = new HashSet<String>();
            below.add(node);
            boolean grew = true;
            while (grew) {
                grew = false;
                for (var each : tree.parents().entrySet()) {
                    grew |= each.getValue().filter(below::contains).isPresent() && below.add(each.getKey());
                }
            }
            then(permitted).isEqualTo(below).isEqualTo(tree.subtree(node));
        }
    }

    @Property(tries = 300)
    void order_and_duplicates_of_rules_do_not_matter(@ForAll("worlds") World world) {
        var twice = new ArrayList<>(world.shuffled());
        twice.addAll(world.shuffled());
        var engine = world.engine();
        var other = world.engine(twice);
        for (var facts : world.requests()) {
            then(other.decide(facts)).isEqualTo(engine.decide(facts));
            then(other.filter(Question.in(world.vocabulary()).at(facts.now()).build()))
                    .isEqualTo(engine.filter(
                            Question.in(world.vocabulary()).at(facts.now()).build()));
        }
    }

    @Property(tries = 300)
    void a_window_that_closes_never_permits_again_what_needs_it(@ForAll("worlds") World world) {
        var within = world.rules().stream()
                .filter(rule -> rule.effect() == Effect.DENY || rule.withinWindow())
                .toList();
        var engine = world.engine(within);
        for (var facts : world.requests()) {
            var over =
                    facts.but().window(facts.now().minusSeconds(9), facts.now()).build();

            then(engine.decide(over).permitted()).isFalse();
        }
    }

    @Property(tries = 200)
    void a_dimension_that_is_not_stated_only_matches_rules_that_say_nothing_of_it(@ForAll("worlds") World world) {
        var engine = world.engine();
        for (var dimension : EnumSet.complementOf(EnumSet.of(Dimension.EMERGENCY, Dimension.PURPOSE))) {
            var facts = world.requests().get(0).but().without(dimension).build();

            then(engine.decide(facts).rules())
                    .allSatisfy(rule -> then(rule.terms(dimension)).isEmpty());
        }
    }

    private static Set<String> ids(Decision decision) {
        return decision.rules().stream().map(Rule::id).collect(toCollection(TreeSet::new));
    }
}
