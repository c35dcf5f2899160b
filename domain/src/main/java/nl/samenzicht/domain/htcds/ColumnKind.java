package nl.samenzicht.domain.htcds;

/** How the cells of a column are read. */
enum ColumnKind {
    TEXT,
    LONG_TEXT,
    /** A date that may lack its day or month. */
    BIRTH_DATE,
    /** A whole date that has been. */
    PAST_DATE,
    /** A whole date. */
    DATE,
    /** One value of the standard's list. */
    CHOICE,
    /** Any values of the standard's list. */
    CHOICES,
    COUNTRY,
    COUNTRIES,
    LANGUAGE,
    YES_NO,
    NUMBER,
    DECIMAL,
    PHONE,
    EMAIL,
    POSTCODE,
    CITY,
    /** A national number: a citizen service number when it can be one. */
    IDENTITY_NUMBER
}
