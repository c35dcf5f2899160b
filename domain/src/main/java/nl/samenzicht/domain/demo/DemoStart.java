package nl.samenzicht.domain.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.samenzicht.security.database.DatabaseReady;

/** Has the demo cases written at the first start of a demo; when they cannot be written the demo does not start. */
@ApplicationScoped
public class DemoStart {

    private final DemoCasework casework;

    protected DemoStart() {
        this(null);
    }

    @Inject
    public DemoStart(DemoCasework casework) {
        this.casework = casework;
    }

    void seed(@Observes @Priority(3100) DatabaseReady ready) {
        if (ready.mode() == DatabaseReady.Mode.DEMO) {
            casework.seed();
        }
    }
}
