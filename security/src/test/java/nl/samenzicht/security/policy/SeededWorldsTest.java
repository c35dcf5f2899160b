package nl.samenzicht.security.policy;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The properties of {@link PolicyEnginePropertiesTest} in a few worlds that are always the same, so that mutation testing has
 * them at the same outcome each time and soon.
 */
class SeededWorldsTest {
    private static final int WORLDS = 14;

    private record Law(String name, BiConsumer<PolicyEnginePropertiesTest, World> check) {}

    private static final List<Law> LAWS = List.of(
            new Law("decisions", PolicyEnginePropertiesTest::decides_as_a_plain_reading_of_the_rules_does),
            new Law("lists", PolicyEnginePropertiesTest::a_list_holds_exactly_what_single_decisions_permit),
            new Law("explanations", PolicyEnginePropertiesTest::an_explanation_names_exactly_who_is_permitted),
            new Law("steps", PolicyEnginePropertiesTest::what_would_help_helps_and_nothing_else_does),
            new Law("obligations", PolicyEnginePropertiesTest::lowering_what_the_caller_can_meet_never_adds_a_permit),
            new Law("subtrees", PolicyEnginePropertiesTest::a_rule_on_a_purpose_matches_exactly_its_subtree),
            new Law("windows", PolicyEnginePropertiesTest::a_window_that_closes_never_permits_again_what_needs_it),
            new Law(
                    "unstated",
                    PolicyEnginePropertiesTest
                            ::a_dimension_that_is_not_stated_only_matches_rules_that_say_nothing_of_it));

    @TestFactory
    Stream<DynamicTest> the_laws_hold_in_each_world() {
        return LAWS.stream()
                .flatMap(law -> IntStream.range(0, WORLDS)
                        .mapToObj(seed -> DynamicTest.dynamicTest(
                                law.name() + " in world " + seed,
                                () -> law.check().accept(uncounted(), World.of(new Random(seed))))));
    }

    private static PolicyEnginePropertiesTest uncounted() {
        return new PolicyEnginePropertiesTest() {
            @Override
            void met(String what) {
                // statistics belong to the machinery of properties
            }
        };
    }
}
