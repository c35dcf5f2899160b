package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.domain.sharing.ShareState;
import nl.samenzicht.domain.sharing.ShareView;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.worklist.FilterLinks;
import nl.samenzicht.web.worklist.RefusedPanel;
import nl.samenzicht.web.worklist.WorkPurpose;

/** The in and out directory: what one's own agency got and gave, in every state. */
@Route(value = "shares", layout = MainLayout.class)
@StyleSheet("context://sharing.css")
class SharesView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient ShareService shares;
    private final transient WorkPurpose purpose;
    private final Div told = new Div();
    private final Div filters = new Div();
    private final Div result = new Div();
    private ShareQuery query = ShareQuery.everything();

    @Inject
    SharesView(ShareService shares, WorkPurpose purpose) {
        this.shares = shares;
        this.purpose = purpose;
        addClassName("page");
        filters.addClassName("coop-filters");
        result.addClassName("coop-result");
        told.addClassName("coop-told");
        told.getElement().setAttribute("role", "status");
        add(
                new H1(Terms.text("share.page.title")),
                new Paragraph(Terms.text("share.page.intro")),
                told,
                filters,
                result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("share.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query = ShareQuery.of(event.getLocation().getQueryParameters());
        told.removeAll();
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("done")
                .filter("offered"::equals)
                .ifPresent(done -> told.add(new Paragraph(Terms.text("share.offered.told"))));
        show();
    }

    private void show() {
        filters.removeAll();
        result.removeAll();
        var working = purpose.now();
        if (working.isEmpty()) {
            result.add(nothing());
            return;
        }
        try {
            show(shares.directory(working.get()));
        } catch (AccessDenied refusal) {
            result.add(new RefusedPanel(refusal));
        }
    }

    private void show(List<ShareView> all) {
        var directions = new FilterLinks(Terms.text("share.filter.direction"));
        for (var direction : ShareQuery.Direction.values()) {
            var those = query.to(direction);
            directions.link(
                    those.href(),
                    Terms.text("share.direction." + direction.name()),
                    all.stream().filter(those::includes).count(),
                    query.direction() == direction);
        }
        var states = new FilterLinks(Terms.text("share.filter.state"));
        var any = query.inAnyState();
        states.link(
                any.href(),
                Terms.text("share.state.any"),
                all.stream().filter(any::includes).count(),
                query.state().isEmpty());
        for (var state : ShareState.values()) {
            var those = query.in(state);
            states.link(
                    those.href(),
                    Terms.of(state),
                    all.stream().filter(those::includes).count(),
                    query.state().equals(java.util.Optional.of(state)));
        }
        filters.add(directions, states);
        var shown = all.stream().filter(query::includes).toList();
        if (shown.isEmpty()) {
            result.add(nothing());
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("rows", "share-list");
        shown.forEach(share -> list.add(new ShareRow(shares, purpose, share, true, this::changed)));
        result.add(list);
    }

    private void changed(String what) {
        told.removeAll();
        told.add(new Paragraph(what));
        show();
        UI.getCurrent().getPage().executeJs("document.querySelector('.coop-told')?.scrollIntoView({block: 'nearest'})");
    }

    private static Paragraph nothing() {
        var nothing = new Paragraph(Terms.text("share.nothing.text"));
        nothing.addClassName("empty-state");
        return nothing;
    }
}
