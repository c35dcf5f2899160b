package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.TreeMap;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.security.access.SectionState;
import nl.samenzicht.web.Terms;

/** What stands in the middle of a case before a category was chosen: what there is for you, and how to begin. */
class CaseBeginning extends Div {
    private static final long serialVersionUID = 1L;

    CaseBeginning(CaseOverview overview) {
        addClassName("beginning");
        add(new H2(Terms.text("case.beginning.title")));
        var list = new UnorderedList();
        list.addClassName("beginning-list");
        new TreeMap<>(overview.sections()).forEach((category, state) -> {
            if (state instanceof SectionState.Open) {
                var link = new Anchor(
                        CaseFileNavigation.to(overview.name().id(), overview.purpose(), category), Terms.of(category));
                var words = new Span(CategoryRail.words(state));
                words.addClassName("hint");
                list.add(new ListItem(link, words));
            }
        });
        if (list.getChildren().findAny().isEmpty()) {
            add(new Paragraph(Terms.text("case.beginning.nothing", Terms.of(overview.purpose()))));
        } else {
            add(new Paragraph(Terms.text("case.beginning.text", Terms.of(overview.purpose()))), list);
        }
        var foot = new Paragraph(Terms.text("case.seen", Terms.of(overview.purpose()), overview.entry()));
        foot.addClassName("section-foot");
        add(foot);
    }
}
