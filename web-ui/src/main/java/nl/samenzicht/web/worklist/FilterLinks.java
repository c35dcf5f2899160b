package nl.samenzicht.web.worklist;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/** A row of links that each show a part of a list; the address keeps which. */
public class FilterLinks extends Nav {
    private static final long serialVersionUID = 1L;

    /** Makes an empty row; the label is for who cannot see it. */
    public FilterLinks(String label) {
        addClassName("filter-links");
        getElement().setAttribute("aria-label", label);
    }

    /** Adds one part with how many it holds. */
    public FilterLinks link(String href, String label, long count, boolean here) {
        var number = new Span(Long.toString(count));
        number.addClassName("filter-count");
        var link = new Anchor(href, new com.vaadin.flow.component.Component[] {new Span(label), number});
        if (here) {
            link.getElement().setAttribute("aria-current", "true");
        }
        add(link);
        return this;
    }
}
