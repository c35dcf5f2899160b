package nl.samenzicht.web.htcds;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.samenzicht.domain.htcds.HtcdsImportService;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.shell.NavigationEntry;

/** The place of the import in the menu, for those whose function may import. */
@ApplicationScoped
class ImportMenu implements NavigationEntry {

    private final HtcdsImportService imports;

    protected ImportMenu() {
        this(null);
    }

    @Inject
    ImportMenu(HtcdsImportService imports) {
        this.imports = imports;
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public String label() {
        return "import.menu.label";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.UPLOAD_ALT;
    }

    @Override
    public Class<? extends Component> page() {
        return ImportView.class;
    }

    @Override
    public boolean isFor(ActingProfessional who) {
        return !imports.purposes().isEmpty();
    }
}
