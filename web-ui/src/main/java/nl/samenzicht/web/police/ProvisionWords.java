package nl.samenzicht.web.police;

import nl.samenzicht.domain.police.ProvisionView;
import nl.samenzicht.web.Terms;

/** A decision in words. */
public final class ProvisionWords {
    private ProvisionWords() {}

    /** One line to choose from: the article, the number under which the police keep it, and until when. */
    public static String choice(ProvisionView provision) {
        var decision = provision.decision();
        return Terms.text(
                "provision.choice",
                Terms.of(decision.article()),
                decision.reference(),
                Terms.lastDay(decision.until()));
    }
}
