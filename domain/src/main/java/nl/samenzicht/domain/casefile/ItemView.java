package nl.samenzicht.domain.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.Obligation;

/**
 * One item as this asker may see it, after masking and leaving out.
 *
 * @param own whether it belongs to the asker's agency, and may be changed
 * @param share the share through which it is seen
 * @param recordedBy the name of the professional for one's own agency; empty for items of others
 * @param obligations what was done to the content, so that the screen can say so
 * @param policeCode the handling code of police data
 * @param embargoUntil until when one's own agency keeps it from everybody else; always empty for items of others
 */
public record ItemView(
        ItemId id,
        ItemKind kind,
        int version,
        AgencyCard owner,
        boolean own,
        Optional<UUID> share,
        ItemContent content,
        Optional<String> recordedBy,
        Instant recordedAt,
        Set<Obligation> obligations,
        Set<String> leftOut,
        boolean restricted,
        Optional<String> policeCode,
        Optional<Instant> embargoUntil) {

    /** What the fields of several items say together, by field key; of two that say the same thing the later recorded counts. */
    public static Map<String, String> said(Collection<ItemView> items) {
        var said = new LinkedHashMap<String, String>();
        items.stream()
                .filter(item -> item.kind() == ItemKind.FIELDS)
                .sorted(Comparator.comparing(ItemView::recordedAt))
                .forEach(item -> said.putAll(item.content().values()));
        return said;
    }
}
