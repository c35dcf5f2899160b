package nl.samenzicht.web.htcds;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.shell.NavigationEntry;

/** The place of the export in the menu. */
@ApplicationScoped
class ExportMenu implements NavigationEntry {

    @Override
    public int order() {
        return 121;
    }

    @Override
    public String label() {
        return "export.menu.label";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.DOWNLOAD_ALT;
    }

    @Override
    public Class<? extends Component> page() {
        return ExportView.class;
    }

    @Override
    public boolean isFor(ActingProfessional who) {
        return who.function() == Function.CARE_COORDINATOR;
    }
}
