package nl.samenzicht.web.rights;

import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.rights.NoticeView;
import nl.samenzicht.domain.rights.RightsService;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.OfficerDuties;
import nl.samenzicht.web.officer.OfficerEntry;
import nl.samenzicht.web.shell.NavigationEntry;

/** Where requests stand in the menu, and what of them waits for an officer. */
@ApplicationScoped
class RightsMenu {
    private static final String PAGE = "officer/requests";

    private final RightsService rights;

    protected RightsMenu() {
        this(null);
    }

    @Inject
    RightsMenu(RightsService rights) {
        this.rights = rights;
    }

    @Produces
    NavigationEntry requests() {
        return new OfficerEntry(195, "rights.menu.label", VaadinIcon.USER_CARD, RequestsView.class);
    }

    private record Duties(RightsService rights) implements OfficerDuties {
        @Override
        public int order() {
            return 90;
        }

        @Override
        public List<Duty> dutiesFor(ActingProfessional who) {
            var list = rights.list();
            var duties = new ArrayList<Duty>();
            list.open()
                    .forEach(card -> duties.add(new Duty(
                            VaadinIcon.USER_CARD,
                            Terms.text(
                                    "duty.request",
                                    card.number(),
                                    Terms.of(card.handling().right())),
                            Optional.<Instant>of(card.handling().due()),
                            Terms.text("duty.request.rule." + card.handling().regime()),
                            PAGE + "/" + card.number(),
                            false)));
            var waiting = list.told().stream().filter(NoticeView::waits).count();
            if (waiting > 0) {
                duties.add(new Duty(
                        VaadinIcon.MEGAPHONE,
                        Terms.text("duty.told", waiting),
                        Optional.empty(),
                        Terms.text("duty.told.rule"),
                        PAGE,
                        false));
            }
            return duties;
        }
    }

    @Produces
    OfficerDuties duties() {
        return new Duties(rights);
    }
}
