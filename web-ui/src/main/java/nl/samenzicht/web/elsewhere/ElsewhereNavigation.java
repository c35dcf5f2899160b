package nl.samenzicht.web.elsewhere;

/** The address of the questions. */
public final class ElsewhereNavigation {
    static final String PAGE = "elsewhere";

    private ElsewhereNavigation() {}

    /** Where the questions are that one's own agency asked and answered. */
    public static String questions() {
        return PAGE;
    }
}
