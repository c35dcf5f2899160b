package nl.samenzicht.security.keys;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;

/**
 * What sealed content is bound to: it opens as this version of this item, in this case and category, of this owner, and as
 * nothing else.
 *
 * @param category code of the data category
 */
public record ItemIdentity(UUID item, int version, UUID caseFile, String category, AgencyId owner) {
    public ItemIdentity {
        requireNonNull(item, "item");
        requireNonNull(caseFile, "case file");
        requireNonNull(category, "category");
        requireNonNull(owner, "owner");
    }

    byte[] associated() {
        return fields("item-content").encoded();
    }

    byte[] associatedFor(KeyHolder holder) {
        return fields("item-key")
                .id(holder.agency().value())
                .code(holder.regime())
                .encoded();
    }

    private Canonical fields(String what) {
        return Canonical.of(what)
                .id(item)
                .number(version)
                .id(caseFile)
                .text(category)
                .id(owner.value());
    }
}
