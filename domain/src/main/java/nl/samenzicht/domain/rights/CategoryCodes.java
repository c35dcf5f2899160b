package nl.samenzicht.domain.rights;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import nl.samenzicht.security.policy.DataCategory;

/** Categories as a column keeps them: their names, a space between two. */
final class CategoryCodes {
    private CategoryCodes() {}

    static String text(Set<DataCategory> categories) {
        return categories.stream().sorted().map(DataCategory::name).collect(joining(" "));
    }

    static Set<DataCategory> of(String text) {
        var found = EnumSet.noneOf(DataCategory.class);
        Arrays.stream(text.split(" "))
                .filter(name -> !name.isEmpty())
                .map(DataCategory::valueOf)
                .forEach(found::add);
        return Collections.unmodifiableSet(found);
    }
}
