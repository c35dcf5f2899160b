package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.shell.NavigationEntry;

/** The place of the search in the menu, for everybody whose function reads content. */
@ApplicationScoped
class SearchMenu implements NavigationEntry {
    @Override
    public int order() {
        return 105;
    }

    @Override
    public String label() {
        return "search.page.title";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.SEARCH;
    }

    @Override
    public Class<? extends Component> page() {
        return CaseSearchView.class;
    }

    @Override
    public boolean isFor(ActingProfessional who) {
        return who.function().worksOnCases();
    }
}
