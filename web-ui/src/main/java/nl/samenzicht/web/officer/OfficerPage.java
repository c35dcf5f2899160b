package nl.samenzicht.web.officer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import nl.samenzicht.security.access.AccessDenied;

/** A page of the officer: what it is called and what it is for, and below it what the gate lets the reader see, or why it does not. */
public abstract class OfficerPage extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final String name;

    /** Words in the reader's language. */
    protected final transient LogWords words = new LogWords(UI.getCurrent().getLocale());

    /** Where the page puts what it shows. */
    protected final Div result = new Div();

    /**
     * Makes the page; nothing is asked for yet.
     *
     * @param name under which its words stand, such as {@code alerts.page}
     */
    protected OfficerPage(String name) {
        this.name = name;
        addClassNames("page", "officer");
        result.addClassName("log-result");
        var title = new Div(new H1(words.text(name + ".title")), new Paragraph(words.text(name + ".intro")));
        title.addClassName("page-words");
        add(title, result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation(name + ".title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    /** Shows it anew. */
    protected final void show() {
        result.removeAll();
        try {
            fill();
        } catch (AccessDenied refusal) {
            result.removeAll();
            result.add(OfficerPages.refused(words, refusal));
        }
    }

    /** Asks for what is shown, and puts it into the result. */
    protected abstract void fill();
}
