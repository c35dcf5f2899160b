package nl.samenzicht.domain.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.report.ReportTransport.HandedOver;
import org.junit.jupiter.api.Test;

/** One message that cannot be carried, or of which the fate cannot be written down, holds up no other. */
class ReportCarrierTest {

    private static final UUID BROKEN = new UUID(0, 1);
    private static final UUID FINE = new UUID(0, 2);

    private final List<UUID> settled = new ArrayList<>();

    private final ReportOutbox outbox = new ReportOutbox() {
        @Override
        public List<UUID> due() {
            return List.of(BROKEN, FINE);
        }

        @Override
        public Optional<Taken> take(UUID message) {
            return Optional.of(new Taken(message, new byte[0]));
        }

        @Override
        public void settle(UUID message, ReportTransport.Outcome outcome) {
            settled.add(message);
        }
    };

    @Test
    void what_fails_is_told_after_the_others_were_carried() {
        // given
        var carrier = new ReportCarrier(outbox, (message, envelope) -> {
            if (message.equals(BROKEN)) {
                throw new IllegalStateException("broken");
            }
            return new HandedOver();
        });
        // when, then
        assertThatThrownBy(carrier::round).hasMessage("broken");
        then(settled).containsExactly(FINE);
    }
}
