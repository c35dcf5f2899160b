package nl.samenzicht.web.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.shell.NavigationEntry;

/** The rulebook's place in the menu, for everybody. */
@ApplicationScoped
class RulebookMenu implements NavigationEntry {
    @Override
    public int order() {
        return 290;
    }

    @Override
    public String label() {
        return "rulebook.menu.label";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.BOOK;
    }

    @Override
    public Class<? extends Component> page() {
        return RulebookView.class;
    }

    @Override
    public boolean isFor(ActingProfessional who) {
        return true;
    }
}
