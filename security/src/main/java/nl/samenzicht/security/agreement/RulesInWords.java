package nl.samenzicht.security.agreement;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Condition;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Dimension;
import nl.samenzicht.security.policy.Effect;
import nl.samenzicht.security.policy.Emergency;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Guard;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Question;
import nl.samenzicht.security.policy.Rule;

/**
 * What the rules in force say for one function and one purpose. Nothing here is a copy: whether a cell is open is asked of
 * the engine that decides, and what is told are the rules that it decides by.
 */
public final class RulesInWords {

    /** The four things that people do with data of a category, as the overview has them. */
    public enum Use {
        /** Open and read. */
        READ(Action.VIEW_SECTION),
        /** Write down and change what is one's own. */
        RECORD(Action.RECORD_ITEM, Action.CHANGE_ITEM),
        /** Give to another agency. */
        SHARE(Action.SHARE_ITEM),
        /** Get from another agency. */
        RECEIVE(Action.RECEIVE_SHARE);

        private final Set<Action> actions;

        Use(Action first, Action... more) {
            actions = EnumSet.of(first, more);
        }
    }

    /** A function at a kind of agency. */
    public record Position(AgencyType agencyType, Function function) {}

    /**
     * One cell of the overview.
     *
     * @param rules the rules that permit it, each under its own conditions; none when it is never permitted
     */
    public record Cell(DataCategory category, Use use, List<Rule> rules) {
        public Cell {
            rules = List.copyOf(rules);
        }

        /** Returns whether there is any way to do it. */
        public boolean open() {
            return !rules.isEmpty();
        }
    }

    /**
     * What one function may do for one purpose.
     *
     * @param cells per category what can be done, in the order of the categories
     * @param further rules about what is not one category's: opening a case, inviting, reviewing
     * @param never rules that forbid something here, whatever another rule permits
     */
    public record Part(Map<DataCategory, Map<Use, Cell>> cells, List<Rule> further, List<Rule> never) {
        public Part {
            further = List.copyOf(further);
            never = List.copyOf(never);
        }
    }

    private static final Set<Action> OF_A_CATEGORY = EnumSet.of(
            Action.VIEW_SECTION, Action.RECORD_ITEM, Action.CHANGE_ITEM, Action.SHARE_ITEM, Action.RECEIVE_SHARE);

    private final PolicyEngine engine;

    private final Instant at;

    /** Tells what this engine decides by at a moment. */
    public RulesInWords(PolicyEngine engine, Instant at) {
        this.engine = engine;
        this.at = at;
    }

    /** Returns the guards, which no rulebook can switch off, in the order in which they are told. */
    public List<Guard> guards() {
        return engine.guards();
    }

    /** Returns all rules by their numbers. */
    public List<Rule> rules() {
        return engine.rulebook().rules();
    }

    /** Returns the functions that the rulebook speaks of; where it does not say at which agency, at the reader's. */
    public List<Position> positions(AgencyType mine) {
        var positions = new LinkedHashSet<Position>();
        for (var rule : rules()) {
            if (rule.effect() == Effect.PERMIT) {
                for (var function : rule.terms(Dimension.FUNCTION).orElse(Set.of())) {
                    for (var type : rule.terms(Dimension.AGENCY_TYPE).orElse(Set.of(mine.name()))) {
                        positions.add(new Position(AgencyType.valueOf(type), Function.valueOf(function)));
                    }
                }
            }
        }
        return positions.stream()
                .filter(this::worksThere)
                .sorted(Comparator.comparing(Position::function).thenComparing(Position::agencyType))
                .toList();
    }

    /** A rule may name several functions and several kinds of agency at once; another forbids the odd pairs. */
    private boolean worksThere(Position position) {
        return !position.function().readsContent()
                || Arrays.stream(Purpose.values())
                        .anyMatch(purpose -> Arrays.stream(DataCategory.values())
                                .filter(DataCategory::isContent)
                                .anyMatch(category -> possible(position, purpose, category, Action.VIEW_SECTION)));
    }

    /** Returns the purposes for which a function may do anything that another purpose would not allow as well. */
    public List<Purpose> purposes(Position position) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> rules().stream()
                        .anyMatch(rule -> rule.effect() == Effect.PERMIT
                                && rule.terms(Dimension.FUNCTION).isPresent()
                                && !rule.purposes().isEmpty()
                                && speaksOf(rule, position, purpose)))
                .toList();
    }

    /** Returns what a function may do for a purpose. */
    public Part part(Position position, Purpose purpose) {
        var cells = new EnumMap<DataCategory, Map<Use, Cell>>(DataCategory.class);
        for (var category : DataCategory.values()) {
            if (category.isContent()) {
                var row = new EnumMap<Use, Cell>(Use.class);
                for (var use : Use.values()) {
                    row.put(use, cell(position, purpose, category, use));
                }
                cells.put(category, row);
            }
        }
        return new Part(
                cells,
                rules().stream()
                        .filter(rule -> rule.effect() == Effect.PERMIT && speaksOf(rule, position, purpose))
                        .filter(rule -> rule.terms(Dimension.ACTION)
                                .map(actions ->
                                        actions.stream().map(Action::valueOf).noneMatch(OF_A_CATEGORY::contains))
                                .orElse(true))
                        .toList(),
                rules().stream()
                        .filter(rule -> rule.effect() == Effect.DENY && speaksOf(rule, position, purpose))
                        .toList());
    }

    private Cell cell(Position position, Purpose purpose, DataCategory category, Use use) {
        var permitting = new TreeSet<>(Comparator.comparing(Rule::id));
        for (var action : use.actions) {
            if (possible(position, purpose, category, action)) {
                rules().stream()
                        .filter(rule -> rule.effect() == Effect.PERMIT
                                && speaksOf(rule, position, purpose)
                                && states(rule, Dimension.CATEGORY, category)
                                && states(rule, Dimension.ACTION, action)
                                && possible(rule, position, purpose, category, action))
                        .forEach(permitting::add);
            }
        }
        return new Cell(category, use, List.copyOf(permitting));
    }

    private boolean possible(Position position, Purpose purpose, DataCategory category, Action action) {
        var asking = asking(position, purpose, category, action);
        return !engine.filter(asking.build()).equals(Condition.never())
                || !engine.filter(asking.emergency(true).build()).equals(Condition.never());
    }

    /** Whether this rule could ever be the one that permits; another rule or a guard may forbid all that it says. */
    private boolean possible(Rule rule, Position position, Purpose purpose, DataCategory category, Action action) {
        var asking = asking(position, purpose, category, action).emergency(rule.emergency() == Emergency.TRUE);
        for (var dimension : List.of(Dimension.RELATION, Dimension.GROUND)) {
            var terms = rule.terms(dimension).orElse(Set.of());
            if (terms.size() == 1) {
                asking = asking.with(dimension, terms.iterator().next());
            }
        }
        return !engine.filter(asking.build()).equals(Condition.never());
    }

    private Question.Builder asking(Position position, Purpose purpose, DataCategory category, Action action) {
        return Question.of()
                .with(position.agencyType())
                .with(position.function())
                .with(purpose)
                .with(category)
                .with(action)
                .at(at)
                .flag(Flag.SECOND_FACTOR, true)
                .flag(Flag.RULEBOOK_UNSIGNED, false)
                .canMeet(EnumSet.allOf(Obligation.class));
    }

    private static boolean speaksOf(Rule rule, Position position, Purpose purpose) {
        return states(rule, Dimension.AGENCY_TYPE, position.agencyType())
                && states(rule, Dimension.FUNCTION, position.function())
                && (rule.purposes().isEmpty()
                        || rule.purposes().stream().map(Purpose::valueOf).anyMatch(purpose::within));
    }

    private static boolean states(Rule rule, Dimension dimension, Enum<?> term) {
        return rule.terms(dimension).map(terms -> terms.contains(term.name())).orElse(true);
    }
}
