package nl.samenzicht.web.supervision;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import nl.samenzicht.domain.supervision.QuarterReport;
import nl.samenzicht.domain.supervision.QuarterReport.Version;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.FigureWords;
import nl.samenzicht.web.paper.PaperPage;

/** The report on a quarter as a document for people. */
final class ReportPaper {
    private ReportPaper() {}

    static byte[] of(QuarterReport report, Version version, FigureWords words) {
        var moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(Terms.AMSTERDAM);
        var page = new PaperPage(
                        words.text("supervision.report.title", QuarterPages.name(report.quarter(), words.locale())),
                        words.locale())
                .say(report.agency())
                .say(words.text("supervision.paper.by", version.serial(), version.by(), moment.format(version.at())))
                .part(words.text("supervision.paper.text"))
                .say(version.words())
                .part(words.text("supervision.paper.figures"))
                .say(words.text(
                        "supervision.figures.until",
                        moment.format(version.figures().until()),
                        version.figures().rulebook()));
        words.onPaper(page, version.figures().tables());
        return page.bytes();
    }
}
