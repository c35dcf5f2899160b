package nl.samenzicht.web.worklist;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a page that belongs to a case: the way back, what the page is, and which case. */
public class CasePageTop extends Div {
    private static final long serialVersionUID = 1L;

    public CasePageTop(String back, String backLabel, String title, String which) {
        addClassName("case-page-top");
        var link = new Anchor(back, backLabel);
        link.addClassName("case-page-back");
        var name = new Paragraph(which);
        name.addClassName("case-page-name");
        add(link, new H1(title), name);
    }
}
