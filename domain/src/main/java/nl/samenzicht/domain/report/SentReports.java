package nl.samenzicht.domain.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.Leavings;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.security.directory.AgencyId;

/**
 * What an agency reported. That it did, when and on what basis stays. Its keys go, and what was sealed for the way; what it said goes
 * as well unless the receiver has it here: that is the receiver's to keep or to destroy.
 */
@ApplicationScoped
public class SentReports implements Leavings {

    /** The report, and its sender. */
    private static final List<String> OF_SENDER = List.of(
            "update report_key set wrapped = repeat(char(0), length(wrapped)) where report_id = ? and holder = ?",
            "delete from report_key where report_id = ? and holder = ?");

    private final EntityManager store;
    private final Reports reports;

    protected SentReports() {
        this(null, null);
    }

    @Inject
    public SentReports(@Casework EntityManager store, Reports reports) {
        this.store = store;
        this.reports = reports;
    }

    @Override
    public void forget(CaseFileId caseFile, AgencyId agency, Instant at) {
        for (var report : reports.of(caseFile, agency)) {
            report.destroyed(at);
            reports.changed(report);
            reports.messagesOf(report.id()).stream()
                    // what takes a report back says nothing of a person, and must arrive
                    .filter(message -> message.kind() != MessageKind.WITHDRAWAL)
                    .forEach(message -> forget(report, message, at));
            OF_SENDER.forEach(sql -> Rows.change(store, sql, report.id(), agency.value()));
            reports.forgetWhatNobodyHolds(report);
        }
    }

    /** A report that never left is known to nobody, so that nobody holds it for its receiver either. */
    private void forget(Report report, ReportMessage message, Instant at) {
        if (message.kind() == MessageKind.REPORT && message.isUntried()) {
            report.recall(at);
            reports.changed(report);
            reports.unwrapFromReceiver(report);
        }
        message.forget();
        reports.changed(message);
    }
}
