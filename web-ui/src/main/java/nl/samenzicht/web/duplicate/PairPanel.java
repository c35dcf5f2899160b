package nl.samenzicht.web.duplicate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.List;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.domain.duplicate.PairView;
import nl.samenzicht.domain.duplicate.SideBySide;
import nl.samenzicht.domain.duplicate.Verdict;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.VersionCompare;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.shell.Badge;

/** Two cases side by side, what is thought of them, and the buttons to decide. */
class PairPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 1_000;

    /** Keeps a decision. */
    @FunctionalInterface
    interface Deciding {
        void decide(Verdict verdict, String why);
    }

    PairPanel(SideBySide pair, Deciding deciding, Runnable after) {
        addClassName("pair");
        add(comparison(pair), looks(pair), buttons(pair.pair(), deciding, after), history(pair.pair()));
    }

    private static Div comparison(SideBySide pair) {
        var one = contents(pair.one());
        var other = contents(pair.other());
        if (one.values().isEmpty() && other.values().isEmpty()) {
            return new Div(new Paragraph(Terms.text("duplicate.compare.nothing")));
        }
        var scroll = new Div(new VersionCompare(
                DataCategory.IDENTITY,
                pair.pair().one().number(),
                one,
                pair.pair().other().number(),
                other,
                Terms.text("duplicate.compare.differs")));
        scroll.addClassName("pair-compare");
        return scroll;
    }

    /** What all items of a case say, the first that says something of a field. */
    private static ItemContent contents(SectionView section) {
        var values = new LinkedHashMap<String, String>();
        section.items().forEach(item -> item.content().values().forEach(values::putIfAbsent));
        return new ItemContent(values);
    }

    private static Paragraph looks(SideBySide pair) {
        var looks = new Paragraph(
                Terms.text("duplicate.looks", pair.one().entry(), pair.other().entry()));
        looks.addClassName("hint");
        return looks;
    }

    private static Div buttons(PairView pair, Deciding deciding, Runnable after) {
        var buttons = new Div();
        buttons.addClassName("row-actions");
        for (var verdict : List.of(Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)) {
            buttons.add(new Button(Terms.of(verdict), click -> ask(verdict, deciding, after)));
        }
        if (pair.holds().isPresent()) {
            buttons.add(new Button(
                    Terms.text("duplicate.take-back.label"), click -> ask(Verdict.TAKEN_BACK, deciding, after)));
        }
        return buttons;
    }

    private static void ask(Verdict verdict, Deciding deciding, Runnable after) {
        var why = new TextArea(Terms.text("duplicate.why.label"));
        why.setHelperText(Terms.text("duplicate.why.help"));
        why.setMaxLength(LONGEST);
        why.setWidthFull();
        new ActDialog(
                        Terms.text("duplicate.ask.title." + verdict),
                        Terms.text("duplicate.ask.verb." + verdict),
                        () -> deciding.decide(verdict, why.getValue()),
                        after)
                .asking(new Paragraph(Terms.text("duplicate.ask.text")), why)
                .open();
    }

    private static Div history(PairView pair) {
        var block = new Div(new H2(Terms.text("duplicate.history.title")));
        block.addClassName("pair-history");
        if (pair.decisions().isEmpty()) {
            block.add(new Paragraph(Terms.text("duplicate.history.nothing")));
            return block;
        }
        var list = new UnorderedList();
        list.addClassNames("rows", "share-list");
        pair.decisions().forEach(decided -> {
            var badge = new Badge(Terms.of(decided.verdict()), Badge.Tone.QUIET);
            var by = new Span(Terms.text("duplicate.decided.by", decided.by(), Terms.moment(decided.at())));
            var head = new Div(badge, by);
            head.addClassName("share-title");
            var why = new Paragraph(decided.why());
            why.addClassName("share-quote");
            var words = new Div(head, why);
            words.addClassName("row-words");
            var row = new ListItem(words);
            row.addClassNames("row", "share-row");
            list.add(row);
        });
        block.add(list);
        return block;
    }
}
