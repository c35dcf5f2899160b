package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Step;

/**
 * What a feature brings to the page of a case; a CDI bean. The page asks each feature in the order of the numbers. Leaving
 * something out is a kindness, not a lock: every act asks the gate again.
 */
public interface CaseFeature {
    /** Returns where it stands among the features. */
    int order();

    /** Returns buttons for a category that is open, above its items. */
    default List<Component> actions(CasePlace place, SectionView section) {
        return List.of();
    }

    /** Returns what stands in the middle for this category instead of the list of its items; it opens the category itself. */
    default Optional<Component> middle(CasePlace place, DataCategory category) {
        return Optional.empty();
    }

    /** Returns blocks for the right column, each with its own heading of level 2. */
    default List<Component> side(CasePlace place) {
        return List.of();
    }

    /** Returns what else is to be accounted for of an item, such as who has it too, in words for its line of accountability. */
    default List<String> accountability(CasePlace place, SectionView section, ItemView item) {
        return List.of();
    }

    /** Returns what can be done on the case as a whole, for the menu of the page. */
    default List<CaseAct> acts(CasePlace place) {
        return List.of();
    }

    /** Returns the act that a step out of a refusal stands for, when this feature can do it here. */
    default Optional<CaseAct> help(CasePlace place, DataCategory category, Step step) {
        return Optional.empty();
    }

    /** One thing that can be done, said as a verb. */
    record CaseAct(String label, Runnable begin) {}
}
