package nl.samenzicht.domain.retention;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.samenzicht.security.database.DatabaseReady;

/** Destroys again, before anybody is let in, what was destroyed and came back with a backup. */
@ApplicationScoped
class DestructionStart {

    private final DestroyedFile file;
    private final DestructionJob job;

    /** For CDI, which needs it to make a proxy. */
    protected DestructionStart() {
        this(null, null);
    }

    @Inject
    DestructionStart(DestroyedFile file, DestructionJob job) {
        this.file = file;
        this.job = job;
    }

    void begin(@Observes @Priority(2900) DatabaseReady ready) {
        file.all().forEach(job::again);
    }
}
