package nl.samenzicht.domain.report;

/** Goes round once: carries every message whose turn it is. Holds no transaction while it waits for the other side. */
final class ReportCarrier {
    private final ReportOutbox outbox;
    private final ReportTransport transport;

    ReportCarrier(ReportOutbox outbox, ReportTransport transport) {
        this.outbox = outbox;
        this.transport = transport;
    }

    /** Carries what is due; gives how many messages were taken. */
    int round() {
        int carried = 0;
        for (var message : outbox.due()) {
            var taken = outbox.take(message);
            if (taken.isPresent()) {
                var outcome = transport.carry(taken.get().message(), taken.get().envelope());
                outbox.settle(message, outcome);
                carried++;
            }
        }
        return carried;
    }
}
