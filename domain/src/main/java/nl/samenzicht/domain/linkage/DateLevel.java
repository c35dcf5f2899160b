package nl.samenzicht.domain.linkage;

/** How far two dates of birth agree. */
public enum DateLevel {
    /** The same whole date. */
    SAME,
    /** The same with day and month swapped. */
    SWAPPED,
    /** Year and month agree, and one of the two has no day. */
    MONTH,
    /** The years agree, and one of the two has no more than that. */
    YEAR,
    /** One digit differs. */
    ONE_DIGIT,
    /** Two digits that stand beside one another are swapped, or two digits of one of year, month and day differ. */
    TWO_DIGITS,
    /** Only one of year, month and day differs. */
    ONE_PART,
    /** At most two digits differ, in two of year, month and day. */
    TWO_PARTS,
    /** Different dates. */
    OTHER,
    /** One of the two is not there. */
    UNKNOWN
}
