package nl.samenzicht.web.worklist;

import com.vaadin.flow.component.Component;
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
        add(href, here, new Span(label), number);
        return this;
    }

    /** Adds one part. */
    public FilterLinks link(String href, String label, boolean here) {
        add(href, here, new Span(label));
        return this;
    }

    private void add(String href, boolean here, Component... words) {
        var link = new Anchor(href, words);
        if (here) {
            link.getElement().setAttribute("aria-current", "true");
        }
        add(link);
    }
}
