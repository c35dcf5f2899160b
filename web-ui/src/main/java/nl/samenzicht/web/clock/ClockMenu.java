package nl.samenzicht.web.clock;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.shell.NavigationEntry;

/** The place in the menu for terms that end. */
@ApplicationScoped
class ClockMenu {
    private record Entry(int order, String label, VaadinIcon icon, Class<? extends Component> page)
            implements NavigationEntry {
        @Override
        public boolean isFor(ActingProfessional who) {
            return who.function().worksOnCases();
        }
    }

    @Produces
    NavigationEntry terms() {
        return new Entry(135, "terms.menu", VaadinIcon.HOURGLASS, TermsView.class);
    }
}
