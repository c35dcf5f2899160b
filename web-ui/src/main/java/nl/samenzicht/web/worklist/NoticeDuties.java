package nl.samenzicht.web.worklist;

import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.OfficerDuties;

/** The notices that an officer has not read yet. */
@ApplicationScoped
class NoticeDuties implements OfficerDuties {
    private final Notices notices;

    protected NoticeDuties() {
        this(null);
    }

    @Inject
    NoticeDuties(Notices notices) {
        this.notices = notices;
    }

    @Override
    public int order() {
        return 130;
    }

    @Override
    public List<Duty> dutiesFor(ActingProfessional who) {
        var unread = notices.unread(who).size();
        return unread == 0
                ? List.of()
                : List.of(new Duty(
                        VaadinIcon.BELL_O, Terms.text("duty.notices", unread), Optional.empty(), "", "notices", false));
    }
}
