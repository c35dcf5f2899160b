package nl.samenzicht.domain.police;

/** The article of the Wpg that a provision rests on. */
public enum ProvisionArticle {
    /** To the prosecution and to mayors. */
    WPG_16,
    /** To parties abroad and special services. */
    WPG_17,
    /** Structurally, to those whom a decree names. */
    WPG_18,
    /** Incidentally, for a weighty public interest. */
    WPG_19,
    /** Structurally, to a partnership. */
    WPG_20
}
