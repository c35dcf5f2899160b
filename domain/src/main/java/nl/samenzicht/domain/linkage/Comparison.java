package nl.samenzicht.domain.linkage;

import java.util.stream.Stream;

/**
 * What agrees between a question and a record, and how far.
 *
 * @param givenAsFamily the given names asked for, against the family names of the record
 * @param familyAsGiven the other way round
 * @param otherGiven the best of other names against given names, on either side
 * @param otherFamily the best of other names against family names, on either side
 */
public record Comparison(
        NameAgreement given,
        NameAgreement family,
        NameAgreement givenAsFamily,
        NameAgreement familyAsGiven,
        NameAgreement otherGiven,
        NameAgreement otherFamily,
        DateLevel date,
        NumberLevel bsn,
        NumberLevel vNumber,
        NumberLevel phone) {

    /** Whether names or dates are on both sides. */
    boolean saysAnything() {
        return date != DateLevel.UNKNOWN
                || Stream.of(given, family, givenAsFamily, familyAsGiven, otherGiven, otherFamily)
                        .anyMatch(each -> each.level() != NameLevel.UNKNOWN);
    }

    /** Whether any name has anything to do with any other. */
    boolean namesAgree() {
        return Stream.of(given, family, givenAsFamily, familyAsGiven, otherGiven, otherFamily)
                .anyMatch(each -> each.level().compareTo(NameLevel.OTHER) < 0);
    }
}
