package nl.samenzicht.web.supervision;

import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.supervision.SupervisionService;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.OfficerDuties;
import nl.samenzicht.web.officer.OfficerEntry;
import nl.samenzicht.web.shell.NavigationEntry;

/** Where supervision stands in the menu, and the report that waits to be written. */
@ApplicationScoped
class SupervisionMenu {
    private final SupervisionService supervision;

    protected SupervisionMenu() {
        this(null);
    }

    @Inject
    SupervisionMenu(SupervisionService supervision) {
        this.supervision = supervision;
    }

    @Produces
    NavigationEntry entry() {
        return new OfficerEntry(208, "supervision.menu.label", VaadinIcon.EYE, SupervisionView.class);
    }

    private record Duties(SupervisionService supervision) implements OfficerDuties {
        @Override
        public int order() {
            return 95;
        }

        @Override
        public List<Duty> dutiesFor(ActingProfessional who) {
            if (who.function() != Function.DATA_PROTECTION_OFFICER) {
                return List.of();
            }
            return supervision.supervision().quarters().stream()
                    .filter(card -> !card.runs())
                    .limit(1)
                    .filter(card -> card.versions() == 0)
                    .map(card -> new Duty(
                            VaadinIcon.EYE,
                            Terms.text("duty.quarter", QuarterPages.name(card.quarter(), Terms.locale())),
                            Optional.empty(),
                            Terms.text("duty.quarter.rule"),
                            QuarterPages.address(card.quarter()),
                            false))
                    .toList();
        }
    }

    @Produces
    OfficerDuties duties() {
        return new Duties(supervision);
    }
}
