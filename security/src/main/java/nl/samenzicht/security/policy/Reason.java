package nl.samenzicht.security.policy;

/**
 * Why something is refused.
 *
 * <p>The ledger keeps the true reason. A person is told its {@link #told()} form: where the reason itself
 * would betray that there is something to hide, that is {@link #NOTHING_HERE}, and refused looks like
 * empty.
 */
public enum Reason {
    /** The told form of every reason that would betray something; it never stands in a decision. */
    NOTHING_HERE("AVG 5(1)(c)", false),
    NO_RULE("AVG 5(1)(b)", false),
    RULE_DENIES("AVG 5(1)(b)", false),
    OBLIGATION_UNMET("AVG 25", false),
    PURPOSE_NOT_FOR_FUNCTION("AVG 5(1)(b)", false),
    NOT_PARTICIPATING("AVG 5(1)(b)", false),
    NOT_LEADING("AVG 26", false),
    NOT_SHARED("AVG 5(1)(c)", false),
    SHARE_ENDED("AVG 5(1)(e)", false),
    CONSENT_MISSING("AVG 6(1)(a), 9(2)(a)", false),
    CONSENT_WITHDRAWN("AVG 7(3)", false),
    MEDICAL_SECRECY("BW 7:457, Jeugdwet 7.3.11", false),
    NO_PROVISION("Wpg 16–20", true),
    NO_ONWARD_SHARING("Wpg 16–20, Bpg 2:12", true),
    POLICE_EMBARGO("UAVG 41, Wpg 27", true),
    SECRET_LOCATION("AVG 5(1)(f)", true),
    CONFLICT_OF_INTEREST("Awb 2:4", true),
    RESTRICTED_PROCESSING("AVG 18", false),
    RETENTION_PASSED("AVG 5(1)(e)", false),
    FRAMEWORK_ENDED("AVG 5(1)(b)", false),
    CASE_CLOSED("AVG 5(1)(e)", false),
    BLOCKED_PARENT("AVG 8, UAVG 41", true),
    ASKED_TOO_OFTEN("AVG 5(1)(c), 32", false),
    REVIEW_OVERDUE("AVG 5(2), 32; NEN 7513", false),
    NO_ACCESS_REQUEST("AVG 12(6), 15(3), 15(4)", false),
    SUPERVISION_APART("AVG 38(6)", false),
    SECOND_FACTOR_MISSING("AVG 32", false),
    RULEBOOK_UNSIGNED("AVG 24, 26", false),
    LEDGER_UNAVAILABLE("AVG 5(2), NEN 7513", false);

    private final String article;
    private final boolean betrays;

    Reason(String article, boolean betrays) {
        this.article = article;
        this.betrays = betrays;
    }

    /** Returns the article or agreement that this reason rests on, as a lawyer cites it. */
    public String article() {
        return article;
    }

    /** Returns what the person is told: this reason, or {@link #NOTHING_HERE} where it would betray. */
    public Reason told() {
        return betrays ? NOTHING_HERE : this;
    }
}
