package nl.samenzicht.web.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** A tile on the first page; all of it is one link. */
class TileLink extends Anchor {
    private static final long serialVersionUID = 1L;

    TileLink(WorkTiles.Tile tile) {
        setHref(tile.href());
        addClassName("tile");
        if (tile.urgent()) {
            addClassName("tile-urgent");
        }
        var icon = tile.icon().create();
        icon.addClassName("tile-icon");
        var count = new Span(Long.toString(tile.count()));
        count.addClassName("tile-count");
        var label = new Span(tile.label());
        label.addClassName("tile-label");
        add(icon, count, label);
    }
}
