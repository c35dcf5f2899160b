package nl.samenzicht.domain.report;

import java.util.UUID;

/** Goes round once: carries every message whose turn it is. Holds no transaction while it waits for the other side. */
final class ReportCarrier {
    private final ReportOutbox outbox;
    private final ReportTransport transport;

    ReportCarrier(ReportOutbox outbox, ReportTransport transport) {
        this.outbox = outbox;
        this.transport = transport;
    }

    /**
     * Carries what is due; gives how many messages were carried. One that fails holds up no other and is tried again.
     *
     * @throws RuntimeException what failed first, after the others were carried
     */
    int round() {
        int carried = 0;
        RuntimeException failure = null;
        for (var message : outbox.due()) {
            try {
                carried += carry(message) ? 1 : 0;
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return carried;
    }

    private boolean carry(UUID message) {
        var taken = outbox.take(message);
        taken.ifPresent(letter -> outbox.settle(message, transport.carry(letter.message(), letter.envelope())));
        return taken.isPresent();
    }
}
