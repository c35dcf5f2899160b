package nl.samenzicht.web.edge;

import java.util.Locale;
import nl.samenzicht.security.database.Outage;

/** What is said to people in an outage. */
public final class OutageWords {
    private OutageWords() {}

    /** Returns the key of the sentence that says what cannot be reached. */
    public static String key(Outage outage) {
        return "error." + outage.name().toLowerCase(Locale.ROOT) + ".text";
    }
}
