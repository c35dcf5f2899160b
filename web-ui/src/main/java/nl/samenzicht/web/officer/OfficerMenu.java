package nl.samenzicht.web.officer;

import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import nl.samenzicht.web.shell.NavigationEntry;

/** The officer's places in the menu. */
@ApplicationScoped
class OfficerMenu {
    @Produces
    NavigationEntry overview() {
        return new OfficerEntry(190, "duties.menu.label", VaadinIcon.CALENDAR_USER, OfficerOverviewView.class);
    }

    @Produces
    NavigationEntry log() {
        return new OfficerEntry(200, "log.menu.label", VaadinIcon.LIST, OfficerLogView.class);
    }

    @Produces
    NavigationEntry looks() {
        return new OfficerEntry(201, "looks.menu.label", VaadinIcon.EYE, CaseLooksView.class);
    }

    @Produces
    NavigationEntry disclosures() {
        return new OfficerEntry(202, "disclosures.menu.label", VaadinIcon.EXCHANGE, DisclosuresView.class);
    }

    @Produces
    NavigationEntry who() {
        return new OfficerEntry(203, "who.menu.label", VaadinIcon.GROUP, WhoSeesView.class);
    }

    @Produces
    NavigationEntry verify() {
        return new OfficerEntry(204, "verify.menu.label", VaadinIcon.CHECK_CIRCLE_O, VerifyView.class);
    }

    @Produces
    NavigationEntry emergencies() {
        return new OfficerEntry(205, "emergencies.menu.label", VaadinIcon.ALARM, EmergenciesView.class);
    }

    @Produces
    NavigationEntry alerts() {
        return new OfficerEntry(205, "alerts.menu.label", VaadinIcon.EXCLAMATION_CIRCLE_O, AlertsView.class);
    }

    @Produces
    NavigationEntry samples() {
        return new OfficerEntry(206, "samples.menu.label", VaadinIcon.RANDOM, SamplesView.class);
    }

    @Produces
    NavigationEntry settings() {
        return new OfficerEntry(207, "oversight.menu.label", VaadinIcon.SLIDERS, OversightSettingsView.class);
    }
}
