package nl.samenzicht.web.report;

import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.report.ReportTask;

/** The addresses of reports. They hold opaque numbers and codes only. */
public final class ReportNavigation {
    static final String TASK = "task";

    private ReportNavigation() {}

    /** Where the reports of a case are. */
    public static String to(CaseFileId caseFile, ReportTask task) {
        return "cases/" + caseFile.value() + "/report?" + TASK + "=" + task.name();
    }

    /** Where a received report is. */
    static String toReceived(UUID report, ReportTask task) {
        return "received-reports?" + TASK + "=" + task.name() + "&report=" + report;
    }

    /** Where the received reports of a task are. */
    static String toReceived(ReportTask task) {
        return "received-reports?" + TASK + "=" + task.name();
    }
}
