package nl.samenzicht.web.retention;

import nl.samenzicht.domain.retention.RetentionOverview.Counted;
import nl.samenzicht.domain.retention.RetentionOverview.Line;
import nl.samenzicht.web.Terms;

/** What the lines of the lists say. */
final class RetentionWords {
    private RetentionWords() {}

    /** How many of what, such as "3 × Identiteit (Wmo-dossier)". */
    static String counted(Counted each) {
        return Terms.text(
                "retention.counted",
                each.items(),
                Terms.of(each.category()),
                each.record()
                        .map(record -> Terms.text("retention.record." + record))
                        .orElseGet(() -> Terms.text("retention.record.none")));
    }

    /** The term of a line: the record, the article and what we know of it. */
    static String term(Line line) {
        return Terms.text(
                "retention.term",
                Terms.text("retention.record." + line.record()),
                line.basis(),
                Terms.text("retention.standing." + line.standing()));
    }
}
