package nl.samenzicht.web.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;

/** The first page after signing in: what waits for you, as tiles that each feature brings; or the page that a feature has for it. */
@Route(value = "", layout = MainLayout.class)
class StartView extends Div implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient CurrentProfessional current;
    private final transient Directory directory;
    private final transient Instance<WorkTiles> features;
    private final transient Instance<NavigationEntry> pages;

    @Inject
    StartView(
            CurrentProfessional current,
            Directory directory,
            @Any Instance<WorkTiles> features,
            @Any Instance<NavigationEntry> pages) {
        this.current = current;
        this.directory = directory;
        this.features = features;
        this.pages = pages;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("start.page.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var who = current.current();
        pages.stream()
                .filter(page -> page.isFirst() && page.isFor(who))
                .findFirst()
                .ifPresent(page -> event.forwardTo(page.page()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var who = current.current();
        removeAll();
        add(new H1(getTranslation(
                "start.page.greeting",
                directory.professional(who.professional()).displayName())));
        var tiles = features.stream()
                .sorted(Comparator.comparingInt(WorkTiles::order))
                .flatMap(feature -> feature.tilesFor(who).stream())
                .toList();
        if (tiles.isEmpty()) {
            var nothing = new Paragraph(getTranslation("start.nothing.text"));
            nothing.addClassName("empty-state");
            add(nothing);
            return;
        }
        var grid = new Div();
        grid.addClassName("tiles");
        tiles.forEach(tile -> grid.add(new TileLink(tile)));
        add(grid);
    }
}
