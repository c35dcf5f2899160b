package nl.samenzicht.web.duplicate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.shell.NavigationEntry;

/** The place in the menu for cases that look alike. */
@ApplicationScoped
class DuplicateMenu {
    private record Entry(int order, String label, VaadinIcon icon, Class<? extends Component> page)
            implements NavigationEntry {
        @Override
        public boolean isFor(ActingProfessional who) {
            return who.function().readsContent();
        }
    }

    @Produces
    NavigationEntry duplicates() {
        return new Entry(127, "duplicate.menu.label", VaadinIcon.COPY_O, DuplicatesView.class);
    }
}
