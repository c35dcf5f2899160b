package nl.samenzicht.domain.casefile;

import static java.util.Objects.requireNonNull;

import nl.samenzicht.security.policy.DataCategory;

/** An item that is to be made together with its case; its content was checked by {@link ContentCheck}. */
public record NewItem(DataCategory category, ItemKind kind, ItemContent content) {
    public NewItem {
        requireNonNull(category, "category");
        requireNonNull(kind, "kind");
        requireNonNull(content, "content");
    }
}
