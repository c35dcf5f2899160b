package nl.samenzicht.domain.retention;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.retention.RetentionOverview.Counted;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.policy.DataCategory;

/** The items of one destruction, in order of their numbers. */
record ProposedItems(List<DueItem> items) {
    ProposedItems {
        items = items.stream()
                .sorted(comparing(each -> each.item().value().toString()))
                .toList();
    }

    /** SHA-256 over all of the list, so that nothing can be added to what two people agreed on. */
    byte[] digest() {
        var fields = Canonical.of("destruction_item");
        items.forEach(each -> fields.id(each.item().value())
                .id(each.dossier().value())
                .code(each.category())
                .code(each.record().orElse(null))
                .day(each.dueOn().orElse(null)));
        try {
            return MessageDigest.getInstance("SHA-256").digest(fields.encoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** How many there are of each category and record. */
    List<Counted> counted() {
        record Same(DataCategory category, Optional<RecordKind> record) {}
        return items.stream()
                .collect(groupingBy(each -> new Same(each.category(), each.record()), counting()))
                .entrySet()
                .stream()
                .map(each -> new Counted(
                        each.getKey().category(),
                        each.getKey().record(),
                        each.getValue().intValue()))
                .sorted(comparing(Counted::category)
                        .thenComparing(each -> each.record().map(Enum::ordinal).orElse(-1)))
                .toList();
    }

    Set<CaseFileId> dossiers() {
        return items.stream().map(DueItem::dossier).collect(Collectors.toUnmodifiableSet());
    }
}
