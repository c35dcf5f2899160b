package nl.samenzicht.web.retention;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.shell.NavigationEntry;

/** The place in the menu of who proposes a destruction, agrees to it or supervises it. */
@ApplicationScoped
class RetentionMenu {
    private record Entry(int order, String label, VaadinIcon icon, Class<? extends Component> page)
            implements NavigationEntry {
        @Override
        public boolean isFor(ActingProfessional who) {
            return who.function().readsLog() || who.function() == Function.MANAGER;
        }
    }

    @Produces
    NavigationEntry retention() {
        return new Entry(206, "retention.menu.label", VaadinIcon.ARCHIVE, RetentionView.class);
    }
}
