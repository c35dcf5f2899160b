package nl.samenzicht.web.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import nl.samenzicht.domain.supervision.QuarterReport;
import nl.samenzicht.domain.supervision.QuarterReport.Version;

/** The report on a quarter for machines; moments are UTC, codes are those of the log. */
final class ReportJson {
    private static final String FORMAT = "samenzicht-supervision-report/1";

    private ReportJson() {}

    static byte[] of(QuarterReport report, Version version) {
        return Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("agency", report.agency())
                .add("quarter", report.quarter().toString())
                .add("version", version.serial())
                .add("written_by", version.by())
                .add("written_at", version.at().toString())
                .add("text", version.words())
                .add("figures", version.figures().json())
                .build()
                .toString()
                .getBytes(UTF_8);
    }
}
