package nl.samenzicht.web.breach;

import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.breach.BreachCard;
import nl.samenzicht.domain.breach.BreachService;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.OfficerDuties;
import nl.samenzicht.web.officer.OfficerEntry;
import nl.samenzicht.web.shell.NavigationEntry;

/** Where breaches stand in the menu, and which of them wait for an officer, with the hours that are left. */
@ApplicationScoped
class BreachMenu {
    private final BreachService breaches;
    private final Clock clock;

    protected BreachMenu() {
        this(null, null);
    }

    @Inject
    BreachMenu(BreachService breaches, Clock clock) {
        this.breaches = breaches;
        this.clock = clock;
    }

    @Produces
    NavigationEntry breaches() {
        return new OfficerEntry(199, "breach.menu.label", VaadinIcon.UNLINK, BreachesView.class);
    }

    private record BreachDuties(BreachService breaches, Clock clock) implements OfficerDuties {
        @Override
        public int order() {
            return 80;
        }

        @Override
        public List<Duty> dutiesFor(ActingProfessional who) {
            return breaches.list().open().stream().map(this::duty).toList();
        }

        private Duty duty(BreachCard card) {
            var course = card.course();
            boolean runs = course.clockRuns();
            return new Duty(
                    VaadinIcon.UNLINK,
                    runs
                            ? Terms.text("duty.breach", card.number(), BreachPages.hours(course, clock.instant()))
                            : Terms.text("duty.breach.open", card.number(), Terms.of(course.state())),
                    runs ? Optional.of(course.due()) : Optional.<Instant>empty(),
                    runs ? Terms.text("duty.breach.rule") : "",
                    BreachPages.PAGE + "/" + card.number(),
                    runs);
        }
    }

    @Produces
    OfficerDuties duties() {
        return new BreachDuties(breaches, clock);
    }
}
