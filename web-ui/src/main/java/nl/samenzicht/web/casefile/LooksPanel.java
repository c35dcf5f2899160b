package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import nl.samenzicht.domain.card.CaseCard.Look;
import nl.samenzicht.web.Terms;

/** Who else looked lately at what one's own agency keeps in this case: that is no secret, and whoever looks knows it. */
class LooksPanel extends Div {
    private static final long serialVersionUID = 1L;

    LooksPanel(List<Look> looks) {
        addClassNames("side-block", "case-looks");
        add(new H2(Terms.text("looks.block.title")));
        if (looks.isEmpty()) {
            add(new Paragraph(Terms.text("looks.block.nothing")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("parties");
        looks.forEach(look -> list.add(row(look)));
        add(list);
    }

    private static ListItem row(Look look) {
        var name = new Span(look.agency().name());
        name.addClassName("party-name");
        return new ListItem(
                name,
                detail(Terms.of(look.category()) + " · " + Terms.moment(look.at())),
                detail(Terms.text("looks.block.entry", look.entry())));
    }

    private static Span detail(String words) {
        var line = new Span(words);
        line.addClassName("party-detail");
        return line;
    }
}
