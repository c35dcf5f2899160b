package nl.samenzicht.domain.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.security.policy.DataCategory;

/**
 * What one agency recorded about the person who asked, as it stands now (AVG 15(3)). Exists in memory only, and is on record
 * in the log before it exists.
 *
 * @param number of the request
 * @param agency the agency that recorded all of it; who of its people did is not said
 * @param made when it was made, UTC
 * @param items by category, in each the first recorded first
 * @param withheld what was asked about and is not given
 * @param outOfUse how many items stay out because their term has passed and they wait to be destroyed
 * @param sourcesLeftOut whether it was left out who told something (AVG 15(4))
 */
public record DataCopy(
        String number,
        String agency,
        LocalDate receivedOn,
        Instant made,
        List<CopiedItem> items,
        List<WithheldCategory> withheld,
        int outOfUse,
        boolean sourcesLeftOut) {
    public DataCopy {
        items = List.copyOf(items);
        withheld = List.copyOf(withheld);
    }

    /**
     * One item.
     *
     * @param restricted whether the agency only keeps it because of a request (AVG 18); the person themselves may have it
     */
    public record CopiedItem(
            DataCategory category, ItemKind kind, Instant recordedAt, boolean restricted, ItemContent content) {}
}
