package nl.samenzicht.security.oversight;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Decision;
import nl.samenzicht.security.policy.DefaultRulebook;
import nl.samenzicht.security.policy.Dimension;
import nl.samenzicht.security.policy.Facts;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.security.policy.ParticipationState;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.ProductGuards;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.security.policy.Relation;
import nl.samenzicht.security.policy.Rule;
import nl.samenzicht.security.policy.Rulebook;
import org.junit.jupiter.api.Test;

class DecisionReplayTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final PolicyEngine ENGINE = new PolicyEngine(DefaultRulebook.load(), ProductGuards.all());
    private static final DecisionReplay REPLAY = new DecisionReplay(ENGINE);

    /** What a gate knows when it decides, of which the log keeps a part. */
    private static Facts.Builder sharedHealthItem() {
        return Facts.of()
                .with(AgencyType.CARE_PROVIDER)
                .with(Function.CARE_WORKER)
                .with(Purpose.SUPPORT)
                .with(Action.VIEW_SECTION)
                .with(DataCategory.HEALTH)
                .with(ParticipationState.ACTIVE)
                .with(Relation.SHARED)
                .with(Ground.CONSENT)
                .with(ConsentState.GRANTED)
                .with(Regime.AVG)
                .with(Framework.CONVENANT)
                .at(AT)
                .alwaysOpen()
                .flag(Flag.SECOND_FACTOR)
                .canMeet(EnumSet.allOf(Obligation.class));
    }

    /** The line that the gate writes of a decision. */
    private static LedgerEvent.Builder line(Facts facts, Decision decision) {
        var actor = new Actor(
                new ProfessionalId(new UUID(2, 1)),
                new AgencyId(new UUID(1, 1)),
                facts.term(Dimension.AGENCY_TYPE).orElseThrow(),
                facts.term(Dimension.FUNCTION).orElseThrow(),
                null,
                null,
                null);
        var event = LedgerEvent.of(AT, facts.term(Dimension.ACTION).orElseThrow(), actor)
                .purpose(facts.term(Dimension.PURPOSE).orElseThrow())
                .category(facts.term(Dimension.CATEGORY).orElseThrow())
                .regime(facts.term(Regime.class).orElseThrow())
                .ground(facts.term(Dimension.GROUND).orElse(null))
                .emergency(facts.emergency())
                .rulebook(ENGINE.rulebook().reference())
                .rules(decision.rules().stream().map(Rule::id).toList());
        if (decision instanceof Decision.Deny deny) {
            event.outcome(Outcome.REFUSED)
                    .reason(deny.reasons().get(0).name(), deny.told().name());
        } else {
            event.outcome(Outcome.PERMITTED);
        }
        return event;
    }

    @Test
    void a_look_under_consent_is_reproduced_and_tells_what_must_have_been_so() {
        // given
        var facts = sharedHealthItem().build();
        var decision = ENGINE.decide(facts);
        then(decision.permitted()).as(decision.toString()).isTrue();
        // when
        var again = REPLAY.of(line(facts, decision).build());
        // then
        then(again).isInstanceOfSatisfying(Replay.Same.class, same -> {
            then(same.mustHaveBeen()).containsEntry(Dimension.CONSENT, Set.of("GRANTED"));
            then(same.mustHaveBeen()).containsEntry(Dimension.RELATION, Set.of("SHARED"));
            then(same.mustNotHaveHeld()).contains(Flag.CONFLICT_OF_INTEREST);
        });
    }

    @Test
    void a_refusal_because_consent_was_withdrawn_is_reproduced() {
        var facts = sharedHealthItem().with(ConsentState.WITHDRAWN).build();
        var again = REPLAY.of(line(facts, ENGINE.decide(facts)).build());
        then(again)
                .isInstanceOfSatisfying(
                        Replay.Same.class,
                        same -> then(same.mustHaveBeen()).containsEntry(Dimension.CONSENT, Set.of("WITHDRAWN")));
    }

    @Test
    void a_permit_that_the_rulebook_of_then_never_gave_is_not_reproduced() {
        // given a line that says that a detective was let in to a health item for help and support
        var facts = sharedHealthItem()
                .with(AgencyType.POLICE)
                .with(Function.DETECTIVE)
                .build();
        then(ENGINE.decide(facts).permitted()).isFalse();
        var honest = ENGINE.decide(sharedHealthItem().build());
        // then
        then(REPLAY.of(line(facts, honest).build())).isEqualTo(new Replay.Different());
    }

    @Test
    void another_rulebook_does_not_give_the_same() {
        // given the same rulebook without the rule that decided
        var facts = sharedHealthItem().build();
        var decision = ENGINE.decide(facts);
        var decisive = decision.rules().stream().map(Rule::id).toList();
        var whole = ENGINE.rulebook();
        var other = new Rulebook(
                whole.id(),
                whole.version() + 1,
                whole.validFrom(),
                whole.vocabulary(),
                whole.rules().stream()
                        .filter(rule -> !decisive.contains(rule.id()))
                        .toList());
        // then
        then(new DecisionReplay(new PolicyEngine(other, ProductGuards.all()))
                        .of(line(facts, decision).build()))
                .isEqualTo(new Replay.Different());
    }

    @Test
    void what_is_no_decision_or_was_kept_back_is_not_replayed() {
        var facts = sharedHealthItem().build();
        var decided = line(facts, ENGINE.decide(facts));
        then(REPLAY.of(decided.outcome(Outcome.RECORDED).build())).isEqualTo(new Replay.NoDecision());
        var refused = line(facts, new Decision.Deny(List.of(Reason.POLICE_EMBARGO), List.of(), List.of()))
                .reason("NOTHING_HERE", "NOTHING_HERE");
        then(REPLAY.of(refused.build())).isEqualTo(new Replay.NotShown());
    }

    @Property(tries = 300)
    void whatever_the_engine_decides_the_replay_finds_again(
            @ForAll AgencyType type,
            @ForAll Function function,
            @ForAll Purpose purpose,
            @ForAll Action action,
            @ForAll DataCategory category,
            @ForAll Relation relation,
            @ForAll ConsentState consent,
            @ForAll ParticipationState participation) {
        var facts = sharedHealthItem()
                .with(type)
                .with(function)
                .with(purpose)
                .with(action)
                .with(category)
                .with(relation)
                .with(consent)
                .with(participation)
                .build();
        var decision = ENGINE.decide(facts);
        Assume.that(!(decision instanceof Decision.Deny deny && deny.reasons().isEmpty()));
        then(REPLAY.of(line(facts, decision).build()))
                .as("%s of %s", decision, Map.of("facts", facts))
                .isInstanceOf(Replay.Same.class);
    }
}
