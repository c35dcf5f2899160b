package nl.samenzicht.web.processing;

import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import nl.samenzicht.web.officer.OfficerEntry;
import nl.samenzicht.web.shell.NavigationEntry;

/** Where the register of processing stands in the menu. */
@ApplicationScoped
class ProcessingMenu {
    @Produces
    NavigationEntry entry() {
        return new OfficerEntry(209, "processing.menu.label", VaadinIcon.BOOK, ProcessingView.class);
    }
}
