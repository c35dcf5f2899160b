package nl.samenzicht.web.logretention;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.shell.NavigationEntry;

/** The place in the menu of who decides on the retention of the log, and of who can object to it. */
@ApplicationScoped
class LogRetentionMenu {
    private record Entry(int order, String label, VaadinIcon icon, Class<? extends Component> page)
            implements NavigationEntry {
        @Override
        public boolean isFor(ActingProfessional who) {
            return who.function().readsLog()
                    || who.function() == Function.PLATFORM_ADMINISTRATOR
                    || (who.function() == Function.MANAGER && who.agencyType() == AgencyType.PLATFORM);
        }
    }

    @Produces
    NavigationEntry logRetention() {
        return new Entry(330, "log-retention.menu.label", VaadinIcon.CALENDAR_CLOCK, LogRetentionView.class);
    }
}
