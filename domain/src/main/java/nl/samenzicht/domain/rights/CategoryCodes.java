package nl.samenzicht.domain.rights;

import java.util.Set;
import nl.samenzicht.domain.store.CodeSet;
import nl.samenzicht.security.policy.DataCategory;

/** Categories as a column keeps them: their names, a space between two. */
final class CategoryCodes {
    private CategoryCodes() {}

    static String text(Set<DataCategory> categories) {
        return CodeSet.text(categories);
    }

    static Set<DataCategory> of(String text) {
        return CodeSet.of(DataCategory.class, text);
    }
}
