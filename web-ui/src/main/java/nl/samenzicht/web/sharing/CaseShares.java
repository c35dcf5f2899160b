package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.domain.sharing.ShareState;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CasePlace;
import nl.samenzicht.web.worklist.WorkPurpose;

/** What one's own agency got and gave in this case, beside its categories. */
@StyleSheet("context://sharing.css")
class CaseShares extends Div {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 6;

    CaseShares(ShareService shares, WorkPurpose purpose, CasePlace place) {
        addClassNames("side-block", "case-shares");
        add(new H2(Terms.text("share.block.title")));
        var all = place.card().shares();
        if (all.isEmpty()) {
            add(new Paragraph(Terms.text("share.block.nothing")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("rows");
        all.stream()
                .sorted(Comparator.comparingInt(share -> rank(share.current())))
                .limit(SHOWN)
                .forEach(share -> list.add(new ShareRow(shares, purpose, share, false, done -> place.refresh())));
        add(list, new Anchor("shares?case=" + place.caseFile().value(), Terms.text("share.block.all", all.size())));
    }

    /** What waits first, then what runs, then what is over. */
    private static int rank(ShareState state) {
        return switch (state) {
            case OFFERED -> 0;
            case ACCEPTED -> 1;
            case DECLINED -> 2;
            case ENDED -> 3;
        };
    }
}
