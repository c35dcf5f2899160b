package nl.samenzicht.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Set;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.shell.NavigationEntry;

/** The places of administration in the menu. */
@ApplicationScoped
class AdminMenu {
    private record Entry(int order, String label, VaadinIcon icon, Class<? extends Component> page, Set<Function> whom)
            implements NavigationEntry {
        @Override
        public boolean isFor(ActingProfessional who) {
            return whom.contains(who.function());
        }
    }

    @Produces
    NavigationEntry people() {
        return new Entry(
                300,
                "admin.people.menu",
                VaadinIcon.USERS,
                PeopleView.class,
                Set.of(Function.MANAGER, Function.PRIVACY_OFFICER, Function.DATA_PROTECTION_OFFICER));
    }

    @Produces
    NavigationEntry weights() {
        return new Entry(
                320, "weights.menu", VaadinIcon.SCALE, WeightsView.class, Set.of(Function.PLATFORM_ADMINISTRATOR));
    }

    @Produces
    NavigationEntry agencies() {
        return new Entry(
                310,
                "admin.agencies.menu",
                VaadinIcon.BUILDING_O,
                AgenciesView.class,
                Set.of(Function.PLATFORM_ADMINISTRATOR));
    }
}
