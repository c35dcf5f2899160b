package nl.samenzicht.domain.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.KeptItems.InCase;
import nl.samenzicht.domain.casefile.KeptItems.Kept;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.retention.RetentionTerms.Dates;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.policy.DataCategory;

/**
 * An item with what it is to its controller and when it is to be destroyed. Made of that item alone: what else lies in the case
 * does not count.
 *
 * @param record empty where no term is known
 * @param dueOn the first day in Amsterdam on which it is kept no longer; empty while no term runs
 */
record DueItem(
        ItemId item,
        CaseFileId dossier,
        DataCategory category,
        Optional<RecordKind> record,
        Optional<LocalDate> dueOn) {

    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** When each of these items of one controller is due. */
    static List<DueItem> of(Collection<Kept> items, AgencyType controller) {
        return items.stream().map(kept -> of(kept, controller)).toList();
    }

    private static DueItem of(Kept kept, AgencyType controller) {
        var item = kept.item();
        var record = RecordKind.of(
                controller,
                item.regime(),
                item.category(),
                kept.caseFile().map(InCase::framework),
                item.retainedUntil().isPresent());
        var dates = new Dates(
                day(item.recordedAt()),
                day(item.changedAt()),
                kept.caseFile().flatMap(InCase::closedAt).map(DueItem::day),
                item.retainedUntil().map(DueItem::day));
        return new DueItem(
                item.id(),
                item.caseFile(),
                item.category(),
                record,
                record.flatMap(kind -> RetentionTerms.dueOn(kind, controller, item.regime(), dates)));
    }

    boolean isDue(LocalDate today) {
        return dueOn.filter(day -> !day.isAfter(today)).isPresent();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, AMSTERDAM);
    }
}
