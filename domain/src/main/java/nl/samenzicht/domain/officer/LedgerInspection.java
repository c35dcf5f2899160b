package nl.samenzicht.domain.officer;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Future;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LedgerVerifier;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.ledger.VerificationReport;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.signin.PeopleInspection;

/**
 * Proves that the ledger and the rows that decisions rest on are whole, on an officer's request. The request is admitted and on record first; the outcome is
 * put on record after it. It may take long, and runs in no transaction.
 */
@ApplicationScoped
public class LedgerInspection {
    private final OfficerService officers;
    private final LedgerVerifier verifier;
    private final CaseworkInspection casework;
    private final PeopleInspection people;
    private final AuditLedger ledger;
    private final CurrentProfessional subject;
    private final Clock clock;

    @Resource
    private ManagedExecutorService executor;

    /** For CDI, which needs it to make a proxy. */
    protected LedgerInspection() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public LedgerInspection(
            OfficerService officers,
            LedgerVerifier verifier,
            CaseworkInspection casework,
            PeopleInspection people,
            AuditLedger ledger,
            CurrentProfessional subject,
            Clock clock) {
        this.officers = officers;
        this.verifier = verifier;
        this.casework = casework;
        this.people = people;
        this.ledger = ledger;
        this.subject = subject;
        this.clock = clock;
    }

    /**
     * What was found, and where it is on record.
     *
     * @param request the line that records the request
     * @param outcome the line that records the outcome
     */
    public record Result(VerificationReport report, EntryCode request, EntryCode outcome) {}

    /**
     * Begins to verify all of the ledger, in the background.
     *
     * @param progress is told how far it has come, from another thread
     * @return the outcome; cancelling it ends the verification
     */
    public Future<Result> begin(LedgerVerifier.Progress progress) {
        var who = subject.current();
        var request = officers.admitVerification();
        return executor.submit(() -> {
            var rows = casework.inspect(who.agency());
            var colleagues = people.inspect(who.agency());
            var report = verifier.verify(progress).with(rows.findings()).with(colleagues.findings());
            return new Result(report, request.code(), record(report, rows.rows() + colleagues.rows(), who));
        });
    }

    private EntryCode record(VerificationReport report, long rows, ActingProfessional who) {
        var findings = report.findings().size() + report.omitted();
        return ledger.append(LedgerEvent.of(clock.instant(), Action.VERIFY_LOG.name(), Actor.of(who, null))
                        .outcome(report.whole() ? Outcome.RECORDED : Outcome.FAILED)
                        .purpose(Purpose.OVERSIGHT.name())
                        .category(DataCategory.LOG.name())
                        .detail("entries=%d; sealed=%d; removed=%d; checkpoints=%d; outside=%d; rows=%d; findings=%d"
                                .formatted(
                                        report.entries(),
                                        report.sealed(),
                                        report.removed(),
                                        report.checkpoints(),
                                        report.outside(),
                                        rows,
                                        findings))
                        .build())
                .code();
    }
}
