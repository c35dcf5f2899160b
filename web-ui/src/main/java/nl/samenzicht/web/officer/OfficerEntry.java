package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.shell.NavigationEntry;

/** A place in the menu of whoever reads the log of their agency. */
public record OfficerEntry(int order, String label, VaadinIcon icon, Class<? extends Component> page)
        implements NavigationEntry {
    @Override
    public boolean isFor(ActingProfessional who) {
        return who.function().readsLog();
    }

    @Override
    public boolean isFirst() {
        return page == OfficerOverviewView.class;
    }
}
