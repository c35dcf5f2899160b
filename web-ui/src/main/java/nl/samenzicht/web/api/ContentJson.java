package nl.samenzicht.web.api;

import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.SectionView;

/** Content as the interface writes it: what the screens show, after masking and leaving out. */
public final class ContentJson {

    private ContentJson() {}

    /** One item. */
    public record Item(
            String id,
            String kind,
            int version,
            AgencyJson owner,
            boolean own,
            String share,
            Map<String, String> values,
            String recordedBy,
            String recordedAt,
            List<String> obligations,
            List<String> leftOut,
            boolean restricted,
            String policeCode) {
        static Item of(ItemView item) {
            return new Item(
                    item.id().value().toString(),
                    item.kind().name(),
                    item.version(),
                    AgencyJson.of(item.owner()),
                    item.own(),
                    item.share().map(Object::toString).orElse(null),
                    item.content().values(),
                    item.recordedBy().orElse(null),
                    item.recordedAt().toString(),
                    item.obligations().stream().map(Enum::name).sorted().toList(),
                    item.leftOut().stream().sorted().toList(),
                    item.restricted(),
                    item.policeCode().orElse(null));
        }
    }

    /** One category of a case, opened for a purpose. */
    public record Section(
            String caseFile,
            String category,
            String purpose,
            List<Item> items,
            boolean mayRecord,
            String logEntry,
            String seenAt) {
        static Section of(SectionView section) {
            return new Section(
                    section.caseFile().value().toString(),
                    section.category().code(),
                    section.purpose().code(),
                    section.items().stream().map(Item::of).toList(),
                    section.mayRecord(),
                    section.entry().value(),
                    section.seenAt().toString());
        }
    }

    /**
     * An item to record.
     *
     * @param kind {@code FIELDS} or {@code NOTE}
     * @param values value by field key; a note has {@code noteDate} and {@code noteText}
     */
    public record NewItem(String kind, Map<String, String> values) {}

    /** The item that was recorded. */
    public record Recorded(String id) {}
}
