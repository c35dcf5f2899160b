package nl.samenzicht.web.shell;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import nl.samenzicht.security.directory.ActingProfessional;

/** What one feature has waiting for somebody, for the first page. A feature brings one as a CDI bean. */
public interface WorkTiles {
    /** Returns where the tiles stand among those of other features. */
    int order();

    /** Returns the tiles, counted now; a tile with nothing waiting is left out by whoever makes it. */
    List<Tile> tilesFor(ActingProfessional who);

    /**
     * One tile.
     *
     * @param count how many wait
     * @param label what waits, in words
     * @param href the address of the list that shows exactly these
     * @param urgent whether something is late or a matter of safety; said in words as well
     */
    record Tile(VaadinIcon icon, long count, String label, String href, boolean urgent) {}
}
