package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import nl.samenzicht.web.shell.MainLayout;

/**
 * A case that does not exist, one that the asker takes no part in, and an address that is no number of a case: the same
 * page for all three, in words and in status.
 */
@Tag(Tag.DIV)
@StyleSheet("context://casefile.css")
@ParentLayout(MainLayout.class)
class CaseMissing extends Div implements HasErrorParameter<CaseMissing.NoSuchCase>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    CaseMissing() {
        addClassName("page");
        var panel = new Div(
                new H1(getTranslation("case.missing.title")),
                new Paragraph(getTranslation("case.missing.text")),
                new Paragraph(getTranslation("case.missing.help")));
        panel.addClassName("panel");
        var ways = new Div(
                new Anchor(CaseFileNavigation.list(), getTranslation("case.missing.list")),
                new Anchor(EmergencyView.PATH, getTranslation("case.missing.emergency")));
        ways.addClassName("case-ways");
        panel.add(ways);
        add(panel);
    }

    /** There is no such case for whoever asks. */
    static class NoSuchCase extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchCase() {
            super("no such case for whoever asks", null, false, false);
        }
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NoSuchCase> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("case.missing.title");
    }
}
