package nl.samenzicht.web.content;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldError;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;

/**
 * What two people made of the same item at the same time: for each field that differs, mine and theirs side by side, and a
 * choice. A field that only one of the two changed is chosen beforehand; where both did, the person must choose.
 */
public class VersionMerge extends Div {
    private static final long serialVersionUID = 1L;

    /** Whose value. */
    private enum Side {
        MINE,
        THEIRS
    }

    private final transient ItemContent mine;
    private final transient ItemContent theirs;
    private final transient Map<String, RadioButtonGroup<Side>> choices = new LinkedHashMap<>();

    /**
     * Lays two versions side by side.
     *
     * @param base what both began with
     * @param whole whether only one of the two can be taken as a whole, because values of theirs are masked
     */
    public VersionMerge(DataCategory category, ItemContent base, ItemContent mine, ItemContent theirs, boolean whole) {
        this.mine = mine;
        this.theirs = theirs;
        addClassName("merge");
        if (whole) {
            var choice = side("", Terms.text("item.merge.mine"), Terms.text("item.merge.theirs"));
            choices.put("", choice);
            add(choice);
            return;
        }
        for (var key : VersionCompare.keys(category, mine, theirs)) {
            var my = mine.values().getOrDefault(key, "");
            var their = theirs.values().getOrDefault(key, "");
            if (FieldWords.same(category, key, my, their)) {
                continue;
            }
            var choice = side(FieldWords.label(category, key), shown(category, key, my), shown(category, key, their));
            var before = base.values().getOrDefault(key, "");
            if (FieldWords.same(category, key, before, their)) {
                choice.setValue(Side.MINE);
            } else if (FieldWords.same(category, key, before, my)) {
                choice.setValue(Side.THEIRS);
            }
            choices.put(key, choice);
            add(choice);
        }
        if (choices.isEmpty()) {
            add(new Paragraph(Terms.text("item.merge.same")));
        }
    }

    private static RadioButtonGroup<Side> side(String label, String my, String their) {
        var choice = new RadioButtonGroup<Side>(label.isEmpty() ? Terms.text("item.merge.which") : label);
        choice.setItems(Side.values());
        choice.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choice.addClassName("merge-choice");
        choice.setRenderer(new ComponentRenderer<>(side -> {
            var whose = new Span(Terms.text("item.merge." + side));
            whose.addClassName("hint");
            var value = new Paragraph(side == Side.MINE ? my : their);
            value.addClassName("content-words");
            var both = new Div(whose, value);
            both.addClassName("merge-side");
            return both;
        }));
        return choice;
    }

    private static String shown(DataCategory category, String key, String stored) {
        return stored.isEmpty() ? Terms.text("item.versions.none") : FieldWords.value(category, key, stored);
    }

    /** Takes mine, or theirs, for every field. */
    public void chooseAll(boolean my) {
        choices.values().forEach(choice -> choice.setValue(my ? Side.MINE : Side.THEIRS));
    }

    /**
     * What was chosen.
     *
     * @throws ContentNotValid when a choice is missing; the field says so
     */
    public Map<String, String> chosen() {
        var open = choices.values().stream().filter(RadioButtonGroup::isEmpty).toList();
        choices.values().forEach(choice -> choice.setInvalid(false));
        open.forEach(choice -> {
            choice.setErrorMessage(Terms.text("item.merge.error"));
            choice.setInvalid(true);
        });
        if (!open.isEmpty()) {
            throw new ContentNotValid(List.of(new FieldError("", "item.merge.open", List.of(open.size()))));
        }
        if (choices.containsKey("")) {
            return (choices.get("").getValue() == Side.MINE ? mine : theirs).values();
        }
        var chosen = new LinkedHashMap<>(theirs.values());
        choices.forEach((key, choice) -> {
            if (choice.getValue() == Side.MINE) {
                if (mine.values().containsKey(key)) {
                    chosen.put(key, mine.values().get(key));
                } else {
                    chosen.remove(key);
                }
            }
        });
        return chosen;
    }

    /** Whether theirs was taken for everything, so that there is nothing to save. */
    public boolean takesTheirs() {
        return choices.values().stream().allMatch(choice -> choice.getValue() == Side.THEIRS);
    }
}
