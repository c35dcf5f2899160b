package nl.samenzicht.web.signal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.samenzicht.domain.signal.SignalService;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.shell.NavigationEntry;

/** The place of the signals in the menu, for everybody who can write one down. */
@ApplicationScoped
class SignalMenu implements NavigationEntry {
    private final SignalService signals;

    protected SignalMenu() {
        this(null);
    }

    @Inject
    SignalMenu(SignalService signals) {
        this.signals = signals;
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public String label() {
        return "signals.menu.label";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.MEGAPHONE;
    }

    @Override
    public Class<? extends Component> page() {
        return SignalsView.class;
    }

    @Override
    public boolean isFor(ActingProfessional who) {
        return signals.isWork();
    }
}
