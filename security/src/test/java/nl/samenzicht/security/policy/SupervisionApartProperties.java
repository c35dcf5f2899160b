package nl.samenzicht.security.policy;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;

/** Whoever supervises decides nothing that they supervise (AVG 38(6)), whatever a rulebook says. */
class SupervisionApartProperties {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** What the fact sheet has the privacy officer decide, and a data protection officer supervise. */
    private static final Set<Action> VERDICTS = EnumSet.of(
            Action.REVIEW_BREAK_GLASS,
            Action.JUDGE_ACCESS,
            Action.SET_OVERSIGHT,
            Action.HANDLE_REQUEST,
            Action.HANDLE_BREACH);

    /** What both may do: they look, and take along what they see. */
    private static final Set<Action> LOOKING = EnumSet.of(
            Action.VIEW_LOG,
            Action.EXPORT_LOG,
            Action.VERIFY_LOG,
            Action.VIEW_OWN_LOG,
            Action.LIST_CASES,
            Action.VIEW_CASE,
            Action.VIEW_DIRECTORY,
            Action.VIEW_RULEBOOK);

    private static final PolicyEngine DEFAULT = new PolicyEngine(DefaultRulebook.load(), ProductGuards.all());
    private static final PolicyEngine GENEROUS =
            new PolicyEngine(withARuleThatPermitsEverything(), ProductGuards.all());

    private static Rulebook withARuleThatPermitsEverything() {
        var book = DefaultRulebook.load();
        var rules = new ArrayList<Rule>(book.rules());
        rules.add(new Rule(
                "everything",
                Effect.PERMIT,
                Set.of(),
                Map.of(),
                false,
                Emergency.ANY,
                Set.of(),
                new Citation("—", "Alles mag.", "Everything is allowed.")));
        return new Rulebook(book.id(), 2, book.validFrom(), book.vocabulary(), rules);
    }

    private static boolean permits(
            PolicyEngine engine,
            AgencyType agency,
            Function function,
            Purpose purpose,
            Action action,
            DataCategory category,
            Relation relation,
            ParticipationState participation) {
        return engine.decide(Facts.of()
                        .with(agency)
                        .with(function)
                        .with(purpose)
                        .with(action)
                        .with(category)
                        .with(relation)
                        .with(participation)
                        .with(Ground.STATUTORY_TASK)
                        .with(ConsentState.NONE)
                        .with(Framework.CONVENANT)
                        .with(Regime.of(agency))
                        .emergency(false)
                        .canMeet(EnumSet.allOf(Obligation.class))
                        .window(NOW, NOW.plusSeconds(1))
                        .at(NOW)
                        .build())
                instanceof Decision.Permit;
    }

    @Property
    void no_function_both_gives_a_verdict_and_supervises_not_even_by_a_rulebook_that_permits_everything(
            @ForAll AgencyType agency,
            @ForAll Function function,
            @ForAll Purpose purpose,
            @ForAll DataCategory category,
            @ForAll DataCategory other,
            @ForAll Relation relation,
            @ForAll ParticipationState participation) {
        for (var engine : List.of(DEFAULT, GENEROUS)) {
            boolean supervises =
                    permits(engine, agency, function, purpose, Action.SUPERVISE, category, relation, participation);
            boolean judges = VERDICTS.stream()
                    .anyMatch(verdict ->
                            permits(engine, agency, function, purpose, verdict, other, relation, participation));
            then(supervises && judges)
                    .as("%s at %s for %s", function, agency, purpose)
                    .isFalse();
        }
    }

    @Property
    void whatever_both_officers_may_do_is_looking(
            @ForAll AgencyType agency,
            @ForAll Purpose purpose,
            @ForAll Action action,
            @ForAll DataCategory category,
            @ForAll Relation relation,
            @ForAll ParticipationState participation) {
        boolean both = List.of(Function.PRIVACY_OFFICER, Function.DATA_PROTECTION_OFFICER).stream()
                .allMatch(function ->
                        permits(DEFAULT, agency, function, purpose, action, category, relation, participation));
        if (both) {
            then(LOOKING).contains(action);
        }
    }

    @Property
    void who_supervises_never_opens_or_passes_on_content(
            @ForAll AgencyType agency,
            @ForAll Purpose purpose,
            @ForAll Action action,
            @ForAll DataCategory category,
            @ForAll Relation relation,
            @ForAll ParticipationState participation) {
        if (category.isContent()) {
            then(permits(
                            DEFAULT,
                            agency,
                            Function.DATA_PROTECTION_OFFICER,
                            purpose,
                            action,
                            category,
                            relation,
                            participation))
                    .as("%s of %s", action, category)
                    .isFalse();
        }
    }

    @Example
    void each_officer_can_do_their_own_part() {
        then(permits(
                        DEFAULT,
                        AgencyType.MUNICIPALITY,
                        Function.DATA_PROTECTION_OFFICER,
                        Purpose.OVERSIGHT,
                        Action.SUPERVISE,
                        DataCategory.LOG,
                        Relation.OWN,
                        ParticipationState.NONE))
                .isTrue();
        then(permits(
                        GENEROUS,
                        AgencyType.MUNICIPALITY,
                        Function.PRIVACY_OFFICER,
                        Purpose.OVERSIGHT,
                        Action.JUDGE_ACCESS,
                        DataCategory.LOG,
                        Relation.OWN,
                        ParticipationState.NONE))
                .isTrue();
    }
}
