package nl.samenzicht.domain.linkage;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;

/**
 * Somebody of whom an agency has something that may be of the person asked for. Says nothing of them; whether it may count is
 * asked for each item.
 *
 * @param byItem what agrees, by the item that was recorded; one comparison for each description asked for
 */
public record FoundPerson(CaseFileId caseFile, AgencyId owner, Map<UUID, List<Comparison>> byItem) {

    public FoundPerson {
        requireNonNull(caseFile, "case file");
        requireNonNull(owner, "owner");
        byItem = Map.copyOf(byItem);
    }

    /** The items that the comparison rests on. */
    public Set<UUID> items() {
        return byItem.keySet();
    }

    /** The score when only these items count; negative infinity when none does. */
    public double score(Weights weights, Predicate<UUID> counts) {
        var comparisons = byItem.entrySet().stream()
                .filter(each -> counts.test(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .toList();
        if (comparisons.isEmpty()) {
            return Double.NEGATIVE_INFINITY;
        }
        double person = comparisons.stream()
                .filter(Comparison::saysAnything)
                .mapToDouble(weights::ofNamesAndDate)
                .max()
                .orElse(0);
        return person
                + weights.ofNumbers(
                        best(comparisons, Comparison::bsn),
                        best(comparisons, Comparison::vNumber),
                        best(comparisons, Comparison::phone));
    }

    private static NumberLevel best(List<Comparison> comparisons, Function<Comparison, NumberLevel> number) {
        return comparisons.stream().map(number).min(NumberLevel::compareTo).orElse(NumberLevel.UNKNOWN);
    }
}
