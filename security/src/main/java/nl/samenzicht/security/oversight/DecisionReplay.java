package nl.samenzicht.security.oversight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Decision;
import nl.samenzicht.security.policy.Dimension;
import nl.samenzicht.security.policy.Facts;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.ProductVocabulary;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Rule;

/**
 * Makes a decision again from what the log recorded of it, with the rulebook that decided then.
 *
 * <p>The log records who asked, for what, when, on what ground and in an emergency or not. It does not record how the agency
 * took part, how the item related to it, the framework, the state of the consent, and what the guards looked at. So each
 * combination of those is tried. When some give the recorded answer by the recorded rules, the decision is reproduced, and
 * what those have in common is what must have been so; when none does, it is not.
 *
 * <p>An act on several items has the rules of all of them in one line; the line counts as reproduced when each rule is. Flags
 * are tried one at a time, beside those that open something.
 */
public final class DecisionReplay {
    private static final List<Dimension> OPEN =
            List.of(Dimension.PARTICIPATION, Dimension.RELATION, Dimension.FRAMEWORK, Dimension.CONSENT);

    /** Flags that are raised when something was proven; a guard refuses without them. */
    private static final Set<Flag> OPENING = EnumSet.of(
            Flag.ON_NEED_TO_KNOW_LIST,
            Flag.PROVISION_RECORDED,
            Flag.POLICE_CONSENT,
            Flag.SECOND_FACTOR,
            Flag.SAME_DOMAIN,
            Flag.ACCESS_REQUEST);

    private final PolicyEngine engine;

    /**
     * Replays with the rules of then and the guards of the product as it is now.
     *
     * @param engine of the rulebook that the lines name
     */
    public DecisionReplay(PolicyEngine engine) {
        this.engine = engine;
    }

    /** Whether a line, as a viewer sees it, can be replayed at all; what it is instead when it cannot. */
    public static Optional<Replay> without(LedgerEvent event) {
        if (event.outcome() != Outcome.PERMITTED && event.outcome() != Outcome.REFUSED) {
            return Optional.of(new Replay.NoDecision());
        }
        var actor = event.actor();
        var kept = actor.agencyType() == null
                || actor.function() == null
                || event.purpose() == null
                || event.rulebook() == null
                || (event.outcome() == Outcome.PERMITTED && event.rules().isEmpty())
                || Reason.NOTHING_HERE.name().equals(event.reasonTrue());
        return kept ? Optional.of(new Replay.NotShown()) : Optional.empty();
    }

    /** Makes the decision of a line again. */
    public Replay of(LedgerEvent event) {
        return without(event).orElseGet(() -> decided(event));
    }

    private Replay decided(LedgerEvent event) {
        var recorded = Set.copyOf(event.rules());
        var explained = new HashSet<String>();
        var agreeing = new ArrayList<Facts>();
        combinations(event).forEach(facts -> {
            var decision = engine.decide(facts);
            if (agrees(decision, event, recorded)) {
                agreeing.add(facts);
                decision.rules().stream().map(Rule::id).forEach(explained::add);
            }
        });
        return agreeing.isEmpty() || !explained.containsAll(recorded)
                ? new Replay.Different()
                : inCommon(agreeing, event);
    }

    private static boolean agrees(Decision decision, LedgerEvent event, Set<String> recorded) {
        var rules = decision.rules().stream().map(Rule::id).toList();
        if (!recorded.containsAll(rules)) {
            return false;
        }
        return decision instanceof Decision.Deny deny
                ? event.outcome() == Outcome.REFUSED
                        && deny.reasons().get(0).name().equals(event.reasonTrue())
                : event.outcome() == Outcome.PERMITTED && !rules.isEmpty();
    }

    private Stream<Facts> combinations(LedgerEvent event) {
        var open = new ArrayList<>(OPEN);
        if (event.ground() == null) {
            open.add(Dimension.GROUND);
        }
        var combined = Stream.of(recorded(event));
        for (var dimension : open) {
            combined = combined.flatMap(facts -> values(dimension)
                    .map(term -> facts.but().with(dimension, term).build()));
        }
        return combined.flatMap(DecisionReplay::inAndOutOfTime).flatMap(DecisionReplay::flagged);
    }

    private static Stream<String> values(Dimension dimension) {
        return ProductVocabulary.vocabulary().terms(dimension).stream();
    }

    private static Facts recorded(LedgerEvent event) {
        var facts = Facts.of()
                .with(Dimension.AGENCY_TYPE, event.actor().agencyType())
                .with(Dimension.FUNCTION, event.actor().function())
                .with(Dimension.PURPOSE, event.purpose())
                .with(Dimension.ACTION, event.action())
                .emergency(event.emergency())
                .at(event.at())
                .canMeet(EnumSet.allOf(Obligation.class));
        Optional.ofNullable(event.category()).ifPresent(category -> facts.with(Dimension.CATEGORY, category));
        Optional.ofNullable(event.regime()).ifPresent(facts::with);
        Optional.ofNullable(event.ground()).ifPresent(ground -> facts.with(Dimension.GROUND, ground));
        return facts.build();
    }

    private static Stream<Facts> inAndOutOfTime(Facts facts) {
        return Stream.of(facts.but().alwaysOpen().build(), facts);
    }

    private static Stream<Facts> flagged(Facts facts) {
        var opened = facts.but();
        OPENING.forEach(opened::flag);
        var allOpen = opened.build();
        return Stream.concat(
                Stream.of(facts, allOpen),
                Arrays.stream(Flag.values())
                        .map(flag -> allOpen.but()
                                .flag(flag, !OPENING.contains(flag))
                                .build()));
    }

    private static Replay inCommon(List<Facts> agreeing, LedgerEvent event) {
        var must = new EnumMap<Dimension, Set<String>>(Dimension.class);
        Stream.concat(OPEN.stream(), event.ground() == null ? Stream.of(Dimension.GROUND) : Stream.empty())
                .forEach(dimension -> {
                    var terms = agreeing.stream()
                            .flatMap(facts -> facts.term(dimension).stream())
                            .collect(Collectors.toCollection(TreeSet::new));
                    if (terms.size() < values(dimension).count()) {
                        must.put(dimension, terms);
                    }
                });
        var flags = EnumSet.allOf(Flag.class);
        return new Replay.Same(
                must,
                flags.stream()
                        .filter(flag -> agreeing.stream().allMatch(facts -> facts.has(flag)))
                        .collect(Collectors.toSet()),
                flags.stream()
                        .filter(flag -> agreeing.stream().noneMatch(facts -> facts.has(flag)))
                        .collect(Collectors.toSet()));
    }
}
