package nl.samenzicht.domain.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.samenzicht.security.database.DatabaseReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the demo cases written at the first start of a demo. A demo without them is still a demo, so a failure is told only. */
@ApplicationScoped
public class DemoStart {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

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
            try {
                casework.seed();
            } catch (RuntimeException failed) {
                LOG.warn("The demo cases could not be written", failed);
            }
        }
    }
}
