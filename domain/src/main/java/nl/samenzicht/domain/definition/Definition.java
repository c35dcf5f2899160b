package nl.samenzicht.domain.definition;

/** A definition under which the same facts can be read; one case may meet several at once. */
public enum Definition {
    /** Mensenhandel, art. 273f Sr. */
    ARTICLE_273F,
    /** Trafficking of a child, for which no means is needed (Palermo Protocol, art. 3(c)). */
    CHILD,
    /** The form under which CoMensha registers a victim. */
    COMENSHA,
    /** The type of exploitation of the Human Trafficking Case Data Standard 2.0. */
    HTCDS,
    /** Mensensmokkel, art. 197a Sr: no trafficking by itself, and it may go with it. */
    SMUGGLING
}
