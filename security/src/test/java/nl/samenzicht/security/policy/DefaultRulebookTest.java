package nl.samenzicht.security.policy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The default rulebook, held against tables that people wrote from the fact sheet and not from the engine. */
class DefaultRulebookTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final PolicyEngine ENGINE = new PolicyEngine(DefaultRulebook.load(), ProductGuards.all());

    /** Which agency type each function that reads content works in. */
    private static final Map<Function, AgencyType> WORKS_IN = Map.of(
            Function.CARE_COORDINATOR, AgencyType.MUNICIPALITY,
            Function.ATTENTION_OFFICER, AgencyType.MUNICIPALITY,
            Function.CARE_WORKER, AgencyType.CARE_PROVIDER,
            Function.YOUTH_WORKER, AgencyType.YOUTH_CARE,
            Function.DETECTIVE, AgencyType.POLICE,
            Function.CASE_DIRECTOR, AgencyType.SAFETY_HOUSE,
            Function.REGISTRAR, AgencyType.COMENSHA);

    @ParameterizedTest(name = "{0} {1} for {2}: {3} of {4} {5} on {6} {7} is {13}")
    @CsvFileSource(resources = "/policy/default-expectations.csv", numLinesToSkip = 1)
    void decides(
            AgencyType agency,
            Function function,
            Purpose purpose,
            Action action,
            DataCategory category,
            Relation relation,
            Ground ground,
            ConsentState consent,
            ParticipationState participation,
            Framework framework,
            Regime regime,
            String flags,
            boolean emergency,
            String expected,
            String obligations) {
        // given
        var facts = Facts.of()
                .with(agency)
                .with(function)
                .with(purpose)
                .with(action)
                .with(relation)
                .with(ground)
                .with(consent)
                .with(participation)
                .with(framework)
                .with(regime)
                .emergency(emergency)
                .canMeet(EnumSet.allOf(Obligation.class))
                .window(NOW, NOW.plusSeconds(1))
                .at(NOW);
        if (category != null) {
            facts.with(category);
        }
        words(flags).forEach(flag -> facts.flag(Flag.valueOf(flag)));

        // when
        var decision = ENGINE.decide(facts.build());

        // then
        var outcome =
                decision instanceof Decision.Deny deny ? deny.reasons().get(0).name() : "PERMIT";
        then(outcome).as("%s", decision).isEqualTo(expected);
        if (decision instanceof Decision.Permit permit) {
            then(permit.obligations().stream().map(Enum::name)).containsExactlyInAnyOrderElementsOf(words(obligations));
        }
    }

    @Test
    void says_for_which_purpose_police_data_can_be_asked_for_and_then_how() {
        // given what a coordinator meets under 'criminal justice' where nothing lies for them
        var forHelp = Facts.of()
                .with(AgencyType.MUNICIPALITY)
                .with(Function.CARE_COORDINATOR)
                .with(Purpose.SUPPORT)
                .with(Action.VIEW_SECTION)
                .with(DataCategory.CRIMINAL_JUSTICE)
                .with(Relation.OWN)
                .with(Ground.STATUTORY_TASK)
                .with(ConsentState.NONE)
                .with(ParticipationState.ACTIVE)
                .with(Framework.CONVENANT)
                .with(Regime.AVG)
                .canMeet(EnumSet.allOf(Obligation.class))
                .window(NOW, NOW.plusSeconds(1))
                .at(NOW)
                .build();
        var forConference = forHelp.but().with(Purpose.CASE_CONFERENCE).build();
        // when
        var begins = ENGINE.whatWouldBeginToHelp(forHelp, ProductSteps.all());
        // then
        then(begins).extracting(Step::kind).containsOnly(Step.Kind.ASK_FOR_PURPOSE);
        then(begins).extracting(Step::term).containsExactly(Purpose.CASE_CONFERENCE.name());
        then(ENGINE.whatWouldHelp(forConference, ProductSteps.all()))
                .extracting(remedy -> remedy.step().kind())
                .containsExactly(Step.Kind.REQUEST_PROVISION);
        then(ENGINE.whatWouldBeginToHelp(forConference, ProductSteps.all())).isEmpty();
    }

    @Test
    void gives_nobody_more_than_the_matrix_and_the_purposes_allow() {
        var matrix = matrix();
        var purposes = purposes();
        var tooMuch = new ArrayList<String>();
        everyRequest((facts, permit) -> {
            var function = facts.term(Function.class).orElseThrow();
            var agency = facts.term(AgencyType.class).orElseThrow();
            var purpose = facts.term(Purpose.class).orElseThrow();
            var category = facts.term(DataCategory.class).orElseThrow();
            var prosecution = agency == AgencyType.PROSECUTION
                    && purpose == Purpose.INVESTIGATION
                    && facts.term(Ground.class)
                            .filter(Ground.WPG_PROVISION::equals)
                            .isPresent();
            var atHome = agency == WORKS_IN.get(function) || prosecution;
            if (!atHome
                    || !purposes.getOrDefault(purpose, any -> false).test(facts)
                    || !allows(matrix.getOrDefault(function, Map.of()).getOrDefault(category, ""), facts, permit)) {
                tooMuch.add(
                        facts + " on " + permit.rules().stream().map(Rule::id).toList());
            }
        });

        then(tooMuch).isEmpty();
    }

    @Test
    void gives_everybody_something_in_each_cell_of_the_matrix() {
        var given = new HashMap<String, Set<Action>>();
        everyRequest((facts, permit) -> given.computeIfAbsent(
                        facts.term(Function.class).orElseThrow() + " "
                                + facts.term(DataCategory.class).orElseThrow(),
                        cell -> EnumSet.noneOf(Action.class))
                .add(facts.term(Action.class).orElseThrow()));

        var missing = new ArrayList<String>();
        int cells = 0;
        for (var column : matrix().entrySet()) {
            for (var cell : column.getValue().entrySet()) {
                for (var action : actionsOf(cell.getValue())) {
                    cells++;
                    if (!given.getOrDefault(column.getKey() + " " + cell.getKey(), Set.of())
                            .contains(action)) {
                        missing.add(column.getKey() + " " + action + " " + cell.getKey());
                    }
                }
            }
        }

        // contact stands in no purpose that CoMensha may work for, except acute safety: the narrower reading
        then(missing).containsExactly("REGISTRAR VIEW_SECTION CONTACT");
        then(cells).isGreaterThan(100);
    }

    @Test
    void every_row_can_be_the_one_that_matters() {
        var determining = ENGINE.rulebook().rules().stream()
                .filter(rule -> rule.effect() == Effect.PERMIT)
                .filter(rule -> matching(rule)
                        .anyMatch(facts -> ENGINE.decide(facts) instanceof Decision.Permit permit
                                && permit.rules().contains(rule)))
                .map(Rule::id)
                .collect(toSet());
        var permits = ENGINE.rulebook().rules().stream()
                .filter(rule -> rule.effect() == Effect.PERMIT)
                .map(Rule::id)
                .collect(toSet());

        then(determining).isEqualTo(permits);
    }

    @Test
    void says_every_rule_in_two_languages_with_its_source() {
        then(ENGINE.rulebook().rules()).hasSizeGreaterThan(150).allSatisfy(rule -> {
            then(rule.citation().source()).isNotBlank();
            then(rule.citation().nl())
                    .endsWith(".")
                    .isNotEqualTo(rule.citation().en());
            then(rule.citation().en()).endsWith(".");
        });
        then(ENGINE.rulebook().reference()).isEqualTo("default-1");
    }

    /** Facts made from terms that the rule states, in every combination, with all proofs given. */
    private static Stream<Facts> matching(Rule rule) {
        var given = Stream.of(Facts.of()
                .canMeet(EnumSet.allOf(Obligation.class))
                .alwaysOpen()
                .at(NOW)
                .with(Regime.AVG)
                .with(ConsentState.GRANTED)
                .emergency(rule.emergency() == Emergency.TRUE)
                .flag(Flag.SECOND_FACTOR)
                .flag(Flag.PROVISION_RECORDED)
                .flag(Flag.SAME_DOMAIN)
                .flag(Flag.ON_NEED_TO_KNOW_LIST)
                .flag(Flag.ACCESS_REQUEST)
                .build());
        for (var dimension : Dimension.values()) {
            var terms = dimension == Dimension.PURPOSE
                    ? rule.purposes()
                    : rule.terms(dimension).orElse(Set.of());
            if (!terms.isEmpty()) {
                given = given.flatMap(facts -> terms.stream()
                        .map(term -> facts.but().with(dimension, term).build()));
            }
        }
        return given;
    }

    private interface Permitted {
        void see(Facts facts, Decision.Permit permit);
    }

    /** Every request for content, with every ground and relation, all proofs given and outside an emergency. */
    private static void everyRequest(Permitted permitted) {
        for (var agency : AgencyType.values()) {
            for (var function : WORKS_IN.keySet()) {
                for (var purpose : Purpose.values()) {
                    for (var category : DataCategory.values()) {
                        if (!category.isContent()) {
                            continue;
                        }
                        for (var action : actionsOf("lsdm")) {
                            for (var relation : Relation.values()) {
                                for (var ground : Ground.values()) {
                                    var facts = Facts.of()
                                            .with(agency)
                                            .with(function)
                                            .with(purpose)
                                            .with(category)
                                            .with(action)
                                            .with(relation)
                                            .with(ground)
                                            .with(ConsentState.GRANTED)
                                            .with(ParticipationState.ACTIVE)
                                            .with(Framework.WGS_ZVH)
                                            .with(Regime.AVG)
                                            .flag(Flag.SAME_DOMAIN)
                                            .flag(Flag.PROVISION_RECORDED)
                                            .flag(Flag.ON_NEED_TO_KNOW_LIST)
                                            .canMeet(EnumSet.allOf(Obligation.class))
                                            .alwaysOpen()
                                            .at(NOW)
                                            .build();
                                    if (ENGINE.decide(facts) instanceof Decision.Permit permit) {
                                        permitted.see(facts, permit);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /** Whether a cell of the matrix allows this; small letters as in the fact sheet, and c, p, n, a for its conditions. */
    private static boolean allows(String cell, Facts facts, Decision.Permit permit) {
        var action = facts.term(Action.class).orElseThrow();
        var relation = facts.term(Relation.class).orElseThrow();
        var shared = relation == Relation.SHARED;
        var ground = facts.term(Ground.class).orElseThrow();
        var reads = action == Action.VIEW_SECTION || action == Action.RECEIVE_SHARE;
        return relation != Relation.NONE
                && (reads || relation == Relation.OWN)
                && switch (cell) {
                    case "c" -> reads && shared && ground == Ground.CONSENT;
                    case "p" ->
                        reads
                                && shared
                                && ground == Ground.WPG_PROVISION
                                && permit.obligations().contains(Obligation.SHOW_SOURCE_AND_CODE);
                    case "n" ->
                        reads
                                && shared
                                && ground == Ground.CONSENT
                                && permit.obligations().contains(Obligation.CARE_NEEDS_ONLY);
                    case "a" -> reads && shared && permit.obligations().contains(Obligation.AGREED_ACTIONS_ONLY);
                    default -> actionsOf(cell).contains(action);
                };
    }

    private static Set<Action> actionsOf(String cell) {
        var actions = EnumSet.noneOf(Action.class);
        for (char letter : cell.toCharArray()) {
            switch (letter) {
                case 'l', 'c', 'p', 'n', 'a' -> actions.add(Action.VIEW_SECTION);
                case 's' -> actions.add(Action.RECORD_ITEM);
                case 'd' -> actions.add(Action.SHARE_ITEM);
                case 'm' -> actions.add(Action.REPORT);
                default -> throw new IllegalArgumentException(cell);
            }
        }
        return actions;
    }

    private static Map<Function, Map<DataCategory, String>> matrix() {
        var rows = rows("/policy/default-matrix.csv");
        var matrix = new EnumMap<Function, Map<DataCategory, String>>(Function.class);
        for (int column = 1; column < rows.get(0).size(); column++) {
            var cells = new EnumMap<DataCategory, String>(DataCategory.class);
            for (var row : rows.subList(1, rows.size())) {
                cells.put(DataCategory.valueOf(row.get(0)), row.get(column));
            }
            matrix.put(Function.valueOf(rows.get(0).get(column)), cells);
        }
        return matrix;
    }

    private static Map<Purpose, Predicate<Facts>> purposes() {
        var purposes = new EnumMap<Purpose, Predicate<Facts>>(Purpose.class);
        Arrays.stream(Purpose.values()).forEach(purpose -> purposes.put(purpose, facts -> false));
        for (var row : rows("/policy/default-purposes.csv").subList(1, 9)) {
            var functions = words(row.get(1)).stream().map(Function::valueOf).collect(toSet());
            var categories =
                    words(row.get(2)).stream().map(DataCategory::valueOf).collect(toSet());
            purposes.put(
                    Purpose.valueOf(row.get(0)),
                    facts -> functions.contains(facts.term(Function.class).orElseThrow())
                            && categories.contains(
                                    facts.term(DataCategory.class).orElseThrow()));
        }
        return purposes;
    }

    private static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.split(" "));
    }

    private static List<List<String>> rows(String resource) {
        try (var stream = DefaultRulebookTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
