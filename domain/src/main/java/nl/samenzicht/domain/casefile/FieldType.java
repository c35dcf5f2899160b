package nl.samenzicht.domain.casefile;

/** What kind of value a field holds; decides how it is checked, edited and shown. */
public enum FieldType {
    /** One line, at most 200 characters. */
    TEXT(200),
    /** Several lines, at most 20,000 characters. */
    LONG_TEXT(20_000),
    /** A date that may lack its day or month, or be an estimate. */
    PARTIAL_DATE(11),
    /** A whole date, ISO 8601. */
    DATE(10),
    /** Citizen service number, nine digits with the eleven test. */
    BSN(16),
    /** Number of the Immigration Service: ten digits; there is no public check rule. */
    V_NUMBER(14),
    /** ISO 3166-1 alpha-2, or XX for unknown and XS for stateless. */
    COUNTRY(2),
    /** ISO 639 code. */
    LANGUAGE(3),
    /** A municipality by its name or by its code of Statistics Netherlands, GM and four digits; stored as the code. */
    MUNICIPALITY(60),
    /** Dutch postcode. */
    POSTCODE(7),
    /** Telephone number, E.164 or national. */
    PHONE(24),
    /** E-mail address. */
    EMAIL(254),
    /** Whole number from 0 to 99,999. */
    NUMBER(5),
    /** Amount in euros with at most two decimals. */
    AMOUNT(14),
    /** One of the listed choices. */
    CHOICE(40),
    /** Any of the listed choices, separated by spaces. */
    CHOICES(400),
    /** Yes, no, or unknown: absent is not the same as not asked. */
    YES_NO_UNKNOWN(7);

    private final int longest;

    FieldType(int longest) {
        this.longest = longest;
    }

    /** The greatest number of characters that may be stored. */
    public int longest() {
        return longest;
    }
}
