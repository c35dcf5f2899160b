package nl.samenzicht.web.supervision;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import nl.samenzicht.domain.supervision.QuarterReport;
import nl.samenzicht.domain.supervision.QuarterReport.Version;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.FigureWords;
import nl.samenzicht.web.officer.PrintedPage;

/** The report on a quarter as a document for people. */
final class ReportPaper {
    private ReportPaper() {}

    static byte[] of(QuarterReport report, Version version, FigureWords words) {
        var moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(Terms.AMSTERDAM);
        var page = new PrintedPage(
                        words.locale(),
                        words.text("supervision.report.title", QuarterPages.name(report.quarter(), words.locale())))
                .paragraph(report.agency())
                .paragraph(
                        words.text("supervision.paper.by", version.serial(), version.by(), moment.format(version.at())))
                .heading(words.text("supervision.paper.text"))
                .written(version.words())
                .heading(words.text("supervision.paper.figures"))
                .paragraph(words.text(
                        "supervision.figures.until",
                        moment.format(version.figures().until()),
                        version.figures().rulebook()));
        version.figures()
                .tables()
                .forEach((table, counts) -> page.table(
                        words.table(table),
                        List.of(),
                        counts.isEmpty()
                                ? List.of(List.of(words.text("figures.none")))
                                : counts.entrySet().stream()
                                        .map(each -> List.of(
                                                words.row(table, each.getKey()),
                                                each.getValue().toString()))
                                        .toList()));
        return page.bytes();
    }
}
