package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.shell.NavigationEntry;

/** The officer's places in the menu. */
@ApplicationScoped
class OfficerMenu {
    private record Entry(int order, String label, VaadinIcon icon, Class<? extends Component> page)
            implements NavigationEntry {
        @Override
        public boolean isFor(ActingProfessional who) {
            return who.function().readsLog();
        }
    }

    @Produces
    NavigationEntry overview() {
        return new Entry(190, "duties.menu.label", VaadinIcon.CALENDAR_USER, OfficerOverviewView.class);
    }

    @Produces
    NavigationEntry log() {
        return new Entry(200, "log.menu.label", VaadinIcon.LIST, OfficerLogView.class);
    }

    @Produces
    NavigationEntry looks() {
        return new Entry(201, "looks.menu.label", VaadinIcon.EYE, CaseLooksView.class);
    }

    @Produces
    NavigationEntry disclosures() {
        return new Entry(202, "disclosures.menu.label", VaadinIcon.EXCHANGE, DisclosuresView.class);
    }

    @Produces
    NavigationEntry who() {
        return new Entry(203, "who.menu.label", VaadinIcon.GROUP, WhoSeesView.class);
    }

    @Produces
    NavigationEntry verify() {
        return new Entry(204, "verify.menu.label", VaadinIcon.CHECK_CIRCLE_O, VerifyView.class);
    }

    @Produces
    NavigationEntry emergencies() {
        return new Entry(205, "emergencies.menu.label", VaadinIcon.ALARM, EmergenciesView.class);
    }

    @Produces
    NavigationEntry alerts() {
        return new Entry(205, "alerts.menu.label", VaadinIcon.EXCLAMATION_CIRCLE_O, AlertsView.class);
    }

    @Produces
    NavigationEntry samples() {
        return new Entry(206, "samples.menu.label", VaadinIcon.RANDOM, SamplesView.class);
    }

    @Produces
    NavigationEntry settings() {
        return new Entry(207, "oversight.menu.label", VaadinIcon.SLIDERS, OversightSettingsView.class);
    }
}
