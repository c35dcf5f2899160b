package nl.samenzicht.domain.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** Puts on record what became of each export of the log, after it; that it was asked for is on record before it. */
@ApplicationScoped
public class ExportOutcomes {
    private final AuditLedger ledger;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected ExportOutcomes() {
        this(null, null);
    }

    @Inject
    public ExportOutcomes(AuditLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Writes an export and says what went into it, such as {@code lines=12}. */
    @FunctionalInterface
    public interface Writing {
        String writeTo(OutputStream out) throws IOException;
    }

    /** The name of a file that is taken out now. */
    public String fileName(String extension) {
        var moment = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        return "samenzicht-log-" + moment + "." + extension;
    }

    /**
     * The same writing, with its outcome on record: also when the reader goes away, or the log cannot be read to its end.
     *
     * @param what is taken out, as the log says it
     */
    public LogExport.Content recorded(ActingProfessional who, String what, Writing writing) {
        return out -> {
            var outcome = Outcome.FAILED;
            var said = "broken off";
            try {
                said = writing.writeTo(out);
                outcome = Outcome.RECORDED;
            } finally {
                record(who, outcome, what + "; " + said);
            }
        };
    }

    private void record(ActingProfessional who, Outcome outcome, String detail) {
        ledger.append(LedgerEvent.of(clock.instant(), Action.EXPORT_LOG.name(), Actor.of(who, null))
                .outcome(outcome)
                .purpose(Purpose.OVERSIGHT.name())
                .category(DataCategory.LOG.name())
                .detail(detail)
                .build());
    }
}
