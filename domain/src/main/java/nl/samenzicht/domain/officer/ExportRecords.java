package nl.samenzicht.domain.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** Puts on record what became of taking lines of the log out, once the reader has them or is gone. */
@ApplicationScoped
public class ExportRecords {
    private final AuditLedger ledger;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected ExportRecords() {
        this(null, null);
    }

    @Inject
    public ExportRecords(AuditLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Adds the line, which says what left, and how much of it. */
    public void add(ActingProfessional who, Outcome outcome, String detail) {
        ledger.append(LedgerEvent.of(clock.instant(), Action.EXPORT_LOG.name(), Actor.of(who, null))
                .outcome(outcome)
                .purpose(Purpose.OVERSIGHT.name())
                .category(DataCategory.LOG.name())
                .detail(detail)
                .build());
    }
}
