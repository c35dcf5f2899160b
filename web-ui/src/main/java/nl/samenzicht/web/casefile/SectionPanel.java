package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.ItemForm;

/**
 * One category that is open: what can be done, the items, and at the foot for what and under which line of the log it was
 * seen. A category with nothing in it and one where what lies there may not be known of are drawn from the same value.
 */
class SectionPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final Div bar = new Div();
    private final Div draftPlace = new Div();
    private final transient Map<ItemId, Component> cards = new HashMap<>();
    private ItemForm draft;
    private Component hidden;

    /**
     * Shows a category.
     *
     * @param features buttons that other features bring
     */
    SectionPanel(SectionView section, ItemActs acts, List<Component> features) {
        addClassName("section");
        bar.addClassName("section-actions");
        bar.add(acts.recording(section, this));
        bar.add(features);
        draftPlace.addClassName("section-draft");
        add(bar, draftPlace);
        if (section.items().isEmpty()) {
            var nothing = new Paragraph(Terms.text("denied." + Reason.NOTHING_HERE));
            nothing.addClassName("section-empty");
            add(nothing);
        }
        section.items().stream().sorted(inReadingOrder()).forEach(item -> {
            var card = acts.card(section, item, this);
            cards.put(item.id(), card);
            add(card);
        });
        acts.kept(section).ifPresent(this::add);
        add(foot(section));
    }

    /** Puts something below the card of an item. */
    void addTo(ItemId item, Component below) {
        ((ItemCard) cards.get(item)).add(below);
    }

    /** Puts something above the items. */
    void addAbove(Component above) {
        addComponentAtIndex(1, above);
    }

    /** Opens a form: in the place of an item, or above all when it is for a new one. One form at a time. */
    void showDraft(ItemForm form, Optional<ItemId> insteadOf) {
        dropDraft();
        draft = form;
        insteadOf
                .map(cards::get)
                .ifPresentOrElse(
                        card -> {
                            hidden = card;
                            addComponentAtIndex(indexOf(card), form);
                            remove(card);
                        },
                        () -> draftPlace.add(form));
        bar.setVisible(false);
        form.focusFirst();
    }

    /** Closes the form and shows what it stood for. */
    void dropDraft() {
        if (draft == null) {
            return;
        }
        if (hidden != null) {
            addComponentAtIndex(indexOf(draft), hidden);
            hidden = null;
        }
        draft.getElement().removeFromParent();
        draft = null;
        bar.setVisible(true);
    }

    /** Whether something was typed that would be lost. */
    boolean hasDraft() {
        return draft != null && draft.isTouched();
    }

    /** Fields first, then what was made of them, then notes with the newest day first. */
    private static Comparator<ItemView> inReadingOrder() {
        return Comparator.<ItemView>comparingInt(item -> switch (item.kind()) {
                    case FIELDS -> 0;
                    case NOTE -> 2;
                    default -> 1;
                })
                .thenComparing(
                        item -> item.content().values().getOrDefault(ItemContent.NOTE_DATE, ""),
                        Comparator.reverseOrder());
    }

    private static Component foot(SectionView section) {
        var foot = new Paragraph(Terms.text("section.seen", Terms.of(section.purpose()), section.entry()));
        foot.addClassName("section-foot");
        return foot;
    }
}
