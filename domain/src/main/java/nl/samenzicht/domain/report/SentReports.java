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

    /** The report. */
    private static final List<String> OF_NOBODY_ELSE = List.of(
            "update report_version v set v.sealed = repeat(char(0), length(v.sealed)) where v.report_id = ? and not exists"
                    + " (select 1 from report_key k where k.report_id = v.report_id and k.version = v.version)",
            "delete v from report_version v where v.report_id = ? and not exists"
                    + " (select 1 from report_key k where k.report_id = v.report_id and k.version = v.version)",
            "delete p from report_pseudonym p where p.report_id = ? and not exists"
                    + " (select 1 from report_key k where k.report_id = p.report_id)");

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
            for (var message : reports.messagesOf(report.id())) {
                message.forget();
                reports.changed(message);
            }
            OF_SENDER.forEach(sql -> Rows.change(store, sql, report.id(), agency.value()));
            OF_NOBODY_ELSE.forEach(sql -> Rows.change(store, sql, report.id()));
        }
    }
}
