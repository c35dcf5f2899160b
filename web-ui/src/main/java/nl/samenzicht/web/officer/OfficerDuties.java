package nl.samenzicht.web.officer;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.directory.ActingProfessional;

/** What one feature has waiting for an officer, for the officer's first page. A feature brings one as a CDI bean. */
public interface OfficerDuties {
    /** Returns where the duties stand among those of other features that have no clock. */
    int order();

    /** Returns what waits, counted now; with nothing waiting there is none. The feature asks the gate itself. */
    List<Duty> dutiesFor(ActingProfessional who);

    /**
     * One duty.
     *
     * @param what what waits, in words
     * @param due the first moment at which it is late; empty when it has no clock
     * @param rule where the clock comes from, in words; empty without one
     * @param href the address of the page where it is done
     * @param urgent whether it is a matter of safety, whatever its clock says
     */
    record Duty(VaadinIcon icon, String what, Optional<Instant> due, String rule, String href, boolean urgent) {}
}
