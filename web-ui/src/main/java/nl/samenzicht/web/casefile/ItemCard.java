package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.ContentView;
import nl.samenzicht.web.content.FieldWords;
import nl.samenzicht.web.shell.Badge;

/**
 * One item, read first, with its accountability: whose it is, who recorded it and when, through what it is seen, its
 * version, and what was masked or left out.
 */
public class ItemCard extends Article {
    private static final long serialVersionUID = 1L;

    /**
     * Shows an item.
     *
     * @param beside gives what stands beside a value, such as the button that shows a masked number; may give null
     * @param acts what can be done with it
     */
    public ItemCard(
            DataCategory category,
            ItemView item,
            BiFunction<String, String, Component> beside,
            List<? extends Component> acts) {
        this(category, item, beside, acts, List.of());
    }

    /**
     * Shows an item of which there is more to account for.
     *
     * @param more what else stands on the line of accountability, in words
     */
    ItemCard(
            DataCategory category,
            ItemView item,
            BiFunction<String, String, Component> beside,
            List<? extends Component> acts,
            List<String> more) {
        addClassName("item");
        getElement().setAttribute("data-own", item.own());
        var title = new H3(title(category, item));
        title.addClassName("item-title");
        var whose = new Badge(Terms.text(item.own() ? "item.own" : "item.shared"), Badge.Tone.PLAIN);
        var head = new Div(title, whose);
        head.addClassName("item-head");
        add(head, accountability(item, more));
        obligations(category, item).forEach(words -> add(notice(words)));
        add(new ContentView(category, item.kind(), item.content(), beside));
        if (!acts.isEmpty()) {
            var bar = new Div();
            bar.addClassName("item-acts");
            bar.add(List.copyOf(acts));
            add(bar);
        }
    }

    private static String title(DataCategory category, ItemView item) {
        var day = item.content().values().get(ItemContent.NOTE_DATE);
        if (item.kind() == ItemKind.NOTE && day != null) {
            return Terms.text("item.note.title", FieldWords.value(category, ItemContent.NOTE_DATE, day));
        }
        return switch (item.kind()) {
            case ASSESSMENT -> Terms.text("item.assessment.title");
            case MELDCODE -> Terms.text("item.meldcode.title");
            default -> item.owner().name();
        };
    }

    private static Component accountability(ItemView item, List<String> more) {
        var line = new UnorderedList();
        line.addClassName("accountability");
        if (item.kind() != ItemKind.FIELDS) {
            line.add(new ListItem(item.owner().name()));
        }
        line.add(new ListItem(item.recordedBy()
                .map(by -> Terms.text("item.recorded.by", by, Terms.moment(item.recordedAt())))
                .orElseGet(() -> Terms.text("item.recorded", Terms.moment(item.recordedAt())))));
        line.add(new ListItem(Terms.text("item.version", item.version())));
        item.policeCode().ifPresent(code -> line.add(policeCode(code)));
        item.embargoUntil()
                .filter(until -> until.isAfter(Instant.now()))
                .ifPresent(until -> line.add(new ListItem(Terms.text("item.embargoed", Terms.lastDay(until)))));
        if (item.restricted()) {
            line.add(new ListItem(Terms.text("item.restricted")));
        }
        more.forEach(words -> line.add(new ListItem(words)));
        return line;
    }

    private static ListItem policeCode(String code) {
        var known = FieldCatalogue.standard()
                .field(DataCategory.CRIMINAL_JUSTICE, "policeCode")
                .filter(field -> field.choices().contains(code))
                .map(field -> FieldWords.choice(field, code))
                .orElse(code);
        var badge = new Badge(Terms.text("item.police-code", known), Badge.Tone.WARN);
        return new ListItem(badge);
    }

    /** What was done to the content before it came here, so that nobody takes it for the whole. */
    private static List<String> obligations(DataCategory category, ItemView item) {
        var said = new ArrayList<String>();
        item.obligations().stream()
                .filter(duty -> duty != Obligation.MASK_BSN || category == DataCategory.BSN)
                .sorted()
                .forEach(duty -> said.add(Terms.of(duty)));
        if (!item.leftOut().isEmpty()) {
            var names = FieldCatalogue.standard().of(category).stream()
                    .filter(field -> item.leftOut().contains(field.key()))
                    .map(field -> FieldWords.label(category, field.key()))
                    .collect(Collectors.joining(", "));
            said.add(
                    names.isEmpty()
                            ? Terms.text("item.left-out.some", item.leftOut().size())
                            : Terms.text("item.left-out", names));
        }
        return said;
    }

    private static Component notice(String words) {
        var notice = new Paragraph(words);
        notice.addClassName("item-notice");
        return notice;
    }
}
