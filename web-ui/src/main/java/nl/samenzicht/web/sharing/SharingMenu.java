package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.shell.NavigationEntry;

/** The places in the menu for giving, getting and asking. */
@ApplicationScoped
class SharingMenu {
    private record Entry(int order, String label, VaadinIcon icon, Class<? extends Component> page)
            implements NavigationEntry {
        @Override
        public boolean isFor(ActingProfessional who) {
            return who.function().worksOnCases();
        }
    }

    @Produces
    NavigationEntry shares() {
        return new Entry(110, "share.menu.label", VaadinIcon.EXCHANGE, SharesView.class);
    }

    @Produces
    NavigationEntry requests() {
        return new Entry(120, "request.menu.label", VaadinIcon.QUESTION_CIRCLE_O, RequestsView.class);
    }
}
