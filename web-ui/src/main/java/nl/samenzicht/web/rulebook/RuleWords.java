package nl.samenzicht.web.rulebook;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.samenzicht.security.agreement.RulesInWords.Cell;
import nl.samenzicht.security.agreement.RulesInWords.Position;
import nl.samenzicht.security.agreement.RulesInWords.Use;
import nl.samenzicht.security.policy.Dimension;
import nl.samenzicht.security.policy.Emergency;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Guard;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.security.policy.ParticipationState;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.security.policy.Relation;
import nl.samenzicht.security.policy.Rule;
import nl.samenzicht.web.Terms;

/** Puts a rule's conditions into words. The rule's own explanation comes with the rule. */
public final class RuleWords {
    private RuleWords() {}

    static String position(Position position) {
        return Terms.text("rulebook.position", Terms.of(position.function()), Terms.of(position.agencyType()));
    }

    /** A guard in one sentence. */
    public static String guard(Guard guard) {
        return Terms.text("rulebook.guard." + guard.name().replace(' ', '-'));
    }

    /** Under which conditions the rule holds, each a short phrase; none when it holds always. */
    static List<String> conditions(Rule rule) {
        var words = new ArrayList<String>();
        rule.terms(Dimension.RELATION).ifPresent(terms -> words.add(either(terms, "rulebook.relation.")));
        rule.terms(Dimension.GROUND)
                .ifPresent(terms -> words.add(Terms.text("rulebook.ground", ors(terms, Ground.class))));
        rule.terms(Dimension.CONSENT).ifPresent(terms -> words.add(either(terms, "rulebook.consent.")));
        rule.terms(Dimension.PARTICIPATION)
                .map(terms -> only(terms, ParticipationState.class))
                .ifPresent(state -> words.add(Terms.text("rulebook.participation." + state)));
        rule.terms(Dimension.FRAMEWORK)
                .filter(terms -> !terms.equals(Set.of(Framework.NONE.name())))
                .ifPresent(terms -> words.add(Terms.text(
                        "rulebook.framework",
                        terms.stream()
                                .filter(term -> !term.equals(Framework.NONE.name()))
                                .map(term -> Terms.of(Framework.valueOf(term)))
                                .collect(joining(", ")))));
        rule.terms(Dimension.REGIME)
                .map(terms -> only(terms, Regime.class))
                .ifPresent(regime -> words.add(Terms.text("rulebook.regime." + regime)));
        if (rule.emergency() == Emergency.TRUE) {
            words.add(Terms.text("rulebook.emergency"));
        }
        if (rule.withinWindow()) {
            words.add(Terms.text("rulebook.window"));
        }
        rule.obligations().stream()
                .sorted()
                .forEach(obligation -> words.add(Terms.text("rulebook.duty." + obligation)));
        return words;
    }

    /** What stands in a cell of the overview: in as few words as say it. */
    static String cell(Cell cell) {
        if (!cell.open()) {
            return Terms.text("rulebook.cell.no");
        }
        var words = new LinkedHashSet<String>();
        for (var rule : cell.rules()) {
            switch (cell.use()) {
                case READ -> words.addAll(reading(rule));
                case RECORD -> words.add(Terms.text("rulebook.cell.yes"));
                case SHARE, RECEIVE ->
                    rule.terms(Dimension.GROUND)
                            .ifPresentOrElse(
                                    terms -> terms.stream()
                                            .sorted(Comparator.comparing(Ground::valueOf))
                                            .forEach(term -> words.add(Terms.text("rulebook.cell.ground." + term))),
                                    () -> words.add(Terms.text("rulebook.cell.yes")));
            }
        }
        var said = String.join(", ", words);
        return said.substring(0, 1).toUpperCase(Terms.locale()) + said.substring(1);
    }

    private static List<String> reading(Rule rule) {
        if (rule.emergency() == Emergency.TRUE) {
            return List.of(Terms.text("rulebook.cell.emergency"));
        }
        return rule.terms(Dimension.RELATION).orElse(Set.of(Relation.OWN.name(), Relation.SHARED.name())).stream()
                .sorted(Comparator.comparing(Relation::valueOf))
                .map(term -> Terms.text("rulebook.cell.relation." + term))
                .toList();
    }

    /** What is shown less of, for a cell; empty when all is shown. */
    static String limits(Cell cell) {
        return cell.use() == Use.READ
                ? cell.rules().stream()
                        .flatMap(rule -> rule.obligations().stream())
                        .distinct()
                        .sorted()
                        .map(RuleWords::limit)
                        .collect(joining(", "))
                : "";
    }

    private static String limit(Obligation obligation) {
        return Terms.text("rulebook.limit." + obligation);
    }

    private static String either(Set<String> terms, String prefix) {
        return terms.stream()
                .map(term -> Terms.text(prefix + term))
                .collect(joining(" " + Terms.text("rulebook.or") + " "));
    }

    private static <E extends Enum<E>> String ors(Set<String> terms, Class<E> type) {
        return terms.stream()
                .map(term -> Enum.valueOf(type, term))
                .sorted()
                .map(Terms::of)
                .collect(joining(" " + Terms.text("rulebook.or") + " "));
    }

    /** The one term that is asked for; several together say nothing that helps a reader. */
    private static <E extends Enum<E>> E only(Set<String> terms, Class<E> type) {
        return terms.size() == 1 ? Enum.valueOf(type, terms.iterator().next()) : null;
    }
}
