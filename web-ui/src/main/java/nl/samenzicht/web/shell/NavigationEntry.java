package nl.samenzicht.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import nl.samenzicht.security.directory.ActingProfessional;

/**
 * One place in the menu. A feature brings one as a CDI bean; it is shown in the order of the numbers, to those it is
 * meant for. Hiding an entry is a kindness, not a lock: the page behind it asks again.
 */
public interface NavigationEntry {
    /** Returns where it stands: work 100–199, oversight 200–299, administration 300–399, oneself 900 and up. */
    int order();

    /** Returns the key of its text. */
    String label();

    /** Returns its picture. */
    VaadinIcon icon();

    /** Returns the page it leads to. */
    Class<? extends Component> page();

    /** Returns whether it is of use to this professional, in the function they work under. */
    boolean isFor(ActingProfessional who);

    /** Returns whether it is the first page after signing in of those it is meant for, in place of the tiles. */
    default boolean isFirst() {
        return false;
    }
}
