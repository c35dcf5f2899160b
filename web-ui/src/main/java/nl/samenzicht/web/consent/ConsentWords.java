package nl.samenzicht.web.consent;

import java.util.ArrayList;
import java.util.List;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentView;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.web.Terms;

/** A recorded answer in words. */
public final class ConsentWords {
    private ConsentWords() {}

    /** One line to choose from: who gave it, and until when. */
    public static String choice(ConsentView consent) {
        return Terms.text(
                "consent.choice",
                Terms.of(consent.giver().by()),
                Terms.day(consent.recordedAt()),
                Terms.lastDay(consent.until()));
    }

    /** Who answered and on what footing, part by part. */
    static List<String> footing(ConsentGiver giver) {
        var parts = new ArrayList<String>();
        parts.add(Terms.text("consent.row.by", Terms.of(giver.by())));
        if (giver.ageThen().isPresent()) {
            parts.add(Terms.text("consent.row.age", giver.ageThen().getAsInt()));
        }
        if (giver.by() != GivenBy.SELF) {
            parts.add(Terms.text(giver.authorityChecked() ? "consent.row.authority" : "consent.row.no-authority"));
        }
        parts.add(Terms.of(giver.form()));
        return parts;
    }
}
