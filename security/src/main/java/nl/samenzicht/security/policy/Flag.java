package nl.samenzicht.security.policy;

/**
 * Something that is true of one request and that a {@link Guard} looks at.
 *
 * <p>A flag that is not raised counts as false, so a flag that protects must be raised by whoever loads
 * the facts of the resource, and a flag that opens something is raised only when it has been proven.
 */
public enum Flag {
    /** Processing of this item has been restricted (AVG 18). */
    RESTRICTED,
    /** The police have put an embargo on this item (UAVG 41, Wpg 27). */
    EMBARGOED,
    /** The professional is named on the need-to-know list of this secret location. */
    ON_NEED_TO_KNOW_LIST,
    /** The professional has a registered conflict of interest in this case. */
    CONFLICT_OF_INTEREST,
    /** The retention term of this item has passed. */
    RETENTION_PASSED,
    /** A decision under Wpg 16–20 names this item and this recipient. */
    PROVISION_RECORDED,
    /** The item came from the police under a provision. */
    FROM_POLICE,
    /** The police consented to passing this item on. */
    POLICE_CONSENT,
    /** This work may only be done with a second factor. */
    SECOND_FACTOR_REQUIRED,
    /** Giver and recipient of the share are agencies of the same type, so under the same care law. */
    SAME_DOMAIN,
    /** The professional signed in with a second factor. */
    SECOND_FACTOR,
    /** The protocol of the case's cooperation framework has ended. */
    FRAMEWORK_ENDED,
    /** The case has been closed. */
    CASE_CLOSED,
    /** There was a share of this item with the asking agency, and it has ended. */
    SHARE_ENDED,
    /** The agency that owns this or the agency that receives it has not signed the rulebook in force. */
    RULEBOOK_UNSIGNED,
    /** The professional or their agency has asked as many questions as may be asked in a while. */
    ASKED_TOO_OFTEN,
    /** Emergency access by the professional or at their agency waits for a review that is late. */
    REVIEW_OVERDUE,
    /**
     * The person asked this agency for access to this category by right, was identified, got it granted, and waits for the
     * answer.
     */
    ACCESS_REQUEST,
    /** The person who gives or withdraws consent is a parent who has been blocked. */
    BLOCKED_PARENT
}
