package nl.samenzicht.domain.processing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.samenzicht.security.agreement.RulesInWords;
import nl.samenzicht.security.agreement.RulesInWords.Cell;
import nl.samenzicht.security.agreement.RulesInWords.Position;
import nl.samenzicht.security.agreement.RulesInWords.Use;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * Tells the processings of a kind of agency from rules. What is open is asked of the engine that decides, so a rule or a guard
 * that forbids takes away here what it takes away there.
 */
public final class Processings {
    private final RulesInWords rules;
    private final AgencyType own;
    private final List<Position> positions;

    private Processings(RulesInWords rules, AgencyType own) {
        this.rules = rules;
        this.own = own;
        this.positions = rules.positions(own);
    }

    /** The processings of agencies of a kind, in the order of the purposes; without data of persons there is none. */
    public static List<Processing> of(RulesInWords rules, AgencyType own) {
        return new Processings(rules, own).all();
    }

    private List<Processing> all() {
        var found = new ArrayList<Processing>();
        for (var purpose : Purpose.values()) {
            processing(purpose).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private Optional<Processing> processing(Purpose purpose) {
        var sources = new TreeSet<String>();
        var functions = EnumSet.noneOf(Function.class);
        var categories = EnumSet.noneOf(DataCategory.class);
        var given = EnumSet.noneOf(DataCategory.class);
        for (var position : positions) {
            if (position.agencyType() == own) {
                for (var cell : open(position, purpose)) {
                    functions.add(position.function());
                    cell.rules().stream()
                            .flatMap(rule ->
                                    Arrays.stream(rule.citation().source().split(";")))
                            .map(String::strip)
                            .forEach(sources::add);
                    (cell.use() == Use.SHARE ? given : categories).add(cell.category());
                }
            }
        }
        return categories.isEmpty()
                ? Optional.empty()
                : Optional.of(new Processing(
                        purpose, List.copyOf(sources), functions, categories, recipients(purpose, given)));
    }

    /** The cells of a function that are open for a purpose. */
    private List<Cell> open(Position position, Purpose purpose) {
        return rules.purposes(position).contains(purpose)
                ? rules.part(position, purpose).cells().values().stream()
                        .flatMap(row -> row.values().stream())
                        .filter(Cell::open)
                        .toList()
                : List.of();
    }

    private Set<AgencyType> recipients(Purpose purpose, Collection<DataCategory> given) {
        var recipients = EnumSet.noneOf(AgencyType.class);
        for (var position : positions) {
            if (open(position, purpose).stream()
                    .anyMatch(cell -> cell.use() == Use.RECEIVE && given.contains(cell.category()))) {
                recipients.add(position.agencyType());
            }
        }
        return recipients;
    }
}
