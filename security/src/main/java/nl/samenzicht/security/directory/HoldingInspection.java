package nl.samenzicht.security.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Shows who holds which function to a check of the whole. */
@ApplicationScoped
public class HoldingInspection {
    private final Holdings holdings;
    private final Clock clock;

    protected HoldingInspection() {
        this(null, null);
    }

    @Inject
    HoldingInspection(Holdings holdings, Clock clock) {
        this.holdings = holdings;
        this.clock = clock;
    }

    /** A function that we wrote; open when it holds now or waits for somebody to agree. */
    public record Sound(UUID id, ProfessionalId professional, boolean open) {}

    /** Shows each function of who works at an agency: as it is, or only its number when we did not write it so. */
    public void each(AgencyId agency, Consumer<Sound> sound, BiConsumer<UUID, ProfessionalId> forged) {
        var now = clock.instant();
        for (var holding : holdings.rowsAt(agency)) {
            if (holdings.sound(holding)) {
                sound.accept(
                        new Sound(holding.id(), holding.professional(), holding.waiting() || holding.activeAt(now)));
            } else {
                forged.accept(holding.id(), holding.professional());
            }
        }
    }
}
