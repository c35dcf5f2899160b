package nl.samenzicht.domain.indicator;

/** What a person concludes after thinking about the indicators. The score never fills it in. */
public enum Conclusion {
    /** Vermoedelijk slachtoffer van mensenhandel. */
    PRESUMED_VICTIM(true),
    /** Misstand, geen mensenhandel: an abuse, without trafficking. */
    ABUSE_WITHOUT_TRAFFICKING(false),
    /** Mensensmokkel, zonder uitbuiting: a crime against the state, 197a Sr. */
    SMUGGLING_ONLY(false),
    /** Nader onderzoek nodig. */
    FURTHER_INQUIRY(false),
    /** Geen aanwijzing. */
    NO_INDICATION(false);

    private final boolean positive;

    Conclusion(boolean positive) {
        this.positive = positive;
    }

    /** Whether a report to CoMensha is to be expected. */
    public boolean isPositive() {
        return positive;
    }
}
