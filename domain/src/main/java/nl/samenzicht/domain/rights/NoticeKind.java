package nl.samenzicht.domain.rights;

import nl.samenzicht.domain.rights.SubjectRight.Effect;

/** What a recipient of data is told. */
public enum NoticeKind {
    /** They were corrected (AVG 16, 19). */
    CORRECTED,
    /** They are used by nobody any more, and wait to be destroyed (AVG 17, 19). */
    ERASED,
    /** They are only kept (AVG 18, 19, 21). */
    RESTRICTED,
    /** A restriction ended (AVG 18, 19). */
    RESTRICTION_LIFTED,
    /** The consent on which they were received was withdrawn (AVG 7(3)). */
    CONSENT_WITHDRAWN;

    static NoticeKind of(Effect effect) {
        return switch (effect) {
            case CORRECTED -> CORRECTED;
            case WITHDRAWN_FROM_USE -> ERASED;
            case RESTRICTED -> RESTRICTED;
            case NONE -> throw new IllegalArgumentException("Nobody is told of an answer alone");
        };
    }
}
