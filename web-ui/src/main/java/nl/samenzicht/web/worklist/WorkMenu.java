package nl.samenzicht.web.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.shell.NavigationEntry;

/** The places in the menu for what waits. */
@ApplicationScoped
class WorkMenu {
    private record Entry(int order, String label, VaadinIcon icon, Class<? extends Component> page, boolean onCasesOnly)
            implements NavigationEntry {
        @Override
        public boolean isFor(ActingProfessional who) {
            return !onCasesOnly || who.function().worksOnCases();
        }
    }

    @Produces
    NavigationEntry actions() {
        return new Entry(130, "work.actions.menu", VaadinIcon.CALENDAR_CLOCK, DueActionsView.class, true);
    }

    @Produces
    NavigationEntry notices() {
        return new Entry(140, "notice.menu.label", VaadinIcon.BELL_O, NoticesView.class, false);
    }
}
