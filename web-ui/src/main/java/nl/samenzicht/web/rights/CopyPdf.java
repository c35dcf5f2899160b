package nl.samenzicht.web.rights;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import nl.samenzicht.domain.rights.DataCopy;
import nl.samenzicht.domain.rights.DataCopy.CopiedItem;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.ContentWords;
import nl.samenzicht.web.paper.Paper;
import org.jspecify.annotations.Nullable;

/** A copy for the person: what was recorded about them, in the words of the page of a case. */
final class CopyPdf {
    private static final float[] WIDTHS = {30, 70};

    /** The room below an item, in points. */
    private static final float AFTER = 10;

    private CopyPdf() {}

    /** Writes a copy in this language; the stream is not closed. */
    static void write(DataCopy copy, OutputStream out, Locale language) throws IOException {
        Terms.in(language, () -> write(copy, out));
    }

    private static void write(DataCopy copy, OutputStream out) throws IOException {
        try (var paper = new Paper(
                out,
                Terms.locale(),
                Terms.text("copy.paper.title") + " " + copy.number(),
                page -> Terms.text("copy.paper.foot", copy.number(), copy.agency(), page))) {
            paper.title(Terms.text("copy.paper.title"));
            paper.subtitle(copy.agency());
            paper.say(Terms.text(
                    "copy.paper.intro",
                    copy.number(),
                    Terms.day(copy.receivedOn()),
                    Terms.moment(copy.made()),
                    copy.agency()));
            paper.say(Terms.text("copy.paper.keep"));
            copy.withheld()
                    .forEach(each -> paper.say(Terms.text(
                            "copy.paper.withheld",
                            Terms.of(each.category()),
                            Terms.of(each.ground()),
                            each.ground().article())));
            if (copy.sourcesLeftOut()) {
                paper.say(Terms.text("copy.paper.sources"));
            }
            if (copy.outOfUse() > 0) {
                paper.say(Terms.text("copy.paper.out-of-use", copy.outOfUse()));
            }
            paper.say(Terms.text("copy.paper.own"));
            if (copy.items().isEmpty()) {
                paper.say(Terms.text("copy.paper.none", copy.agency()));
            }
            items(copy, paper);
            paper.heading(Terms.text("copy.paper.rights.title"));
            paper.say(Terms.text("copy.paper.rights", copy.agency()));
        }
        out.flush();
    }

    private static void items(DataCopy copy, Paper paper) {
        @Nullable DataCategory above = null;
        for (var item : copy.items()) {
            if (item.category() != above) {
                paper.heading(Terms.of(item.category()));
                above = item.category();
            }
            item(item, copy, paper);
        }
    }

    private static void item(CopiedItem item, DataCopy copy, Paper paper) {
        paper.say(Terms.text("copy.paper.recorded", copy.agency(), Terms.day(item.recordedAt()))
                + (item.restricted() ? " " + Terms.text("copy.paper.restricted") : ""));
        var lines = ContentWords.of(item.category(), item.kind(), item.content());
        if (lines.isEmpty()) {
            return;
        }
        var table = paper.table(WIDTHS);
        table.setSpacingAfter(AFTER);
        lines.forEach(line -> {
            table.addCell(paper.cell(line.name(), true));
            table.addCell(paper.cell(line.value(), false));
        });
        paper.end(table);
    }
}
