package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.web.Terms;

/**
 * One category that is open: what can be done, the items, and at the foot for what and under which line of the log it was
 * seen. A category with nothing in it and one where what lies there may not be known of are drawn from the same value.
 */
class SectionPanel extends Div {
    private static final long serialVersionUID = 1L;

    SectionPanel(SectionView section, List<Component> actions, Function<ItemView, Component> card) {
        addClassName("section");
        if (!actions.isEmpty()) {
            var bar = new Div();
            bar.addClassName("section-actions");
            bar.add(actions);
            add(bar);
        }
        if (section.items().isEmpty()) {
            var nothing = new Paragraph(Terms.text("denied." + Reason.NOTHING_HERE));
            nothing.addClassName("section-empty");
            add(nothing);
        }
        section.items().stream().sorted(inReadingOrder()).map(card).forEach(this::add);
        add(foot(section));
    }

    /** Fields first, then notes with the newest day first. */
    private static Comparator<ItemView> inReadingOrder() {
        return Comparator.<ItemView>comparingInt(item -> item.kind() == ItemKind.NOTE ? 1 : 0)
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
