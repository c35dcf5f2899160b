package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.shell.NavigationEntry;

/** The place of the cases in the menu, for everybody whose function reads content. */
@ApplicationScoped
class CasesMenu implements NavigationEntry {
    @Override
    public int order() {
        return 100;
    }

    @Override
    public String label() {
        return "cases.menu.label";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.FOLDER_OPEN_O;
    }

    @Override
    public Class<? extends Component> page() {
        return CaseListView.class;
    }

    @Override
    public boolean isFor(ActingProfessional who) {
        return who.function().worksOnCases();
    }
}
