package nl.samenzicht.security.policy;

import static org.assertj.core.api.BDDAssertions.then;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ProductGuardsTest {
    /** The product fixes this list; a guard that is dropped or moved is a decision, and stands here. */
    @Test
    void these_guards_there_are_and_their_reasons_are_told_in_this_order() {
        then(ProductGuards.all())
                .extracting(Guard::name, Guard::reason)
                .containsExactly(
                        Tuple.tuple("conflict of interest", Reason.CONFLICT_OF_INTEREST),
                        Tuple.tuple("police embargo", Reason.POLICE_EMBARGO),
                        Tuple.tuple("secret location", Reason.SECRET_LOCATION),
                        Tuple.tuple("provision", Reason.NO_PROVISION),
                        Tuple.tuple("onward sharing", Reason.NO_ONWARD_SHARING),
                        Tuple.tuple("police knowledge", Reason.NO_PROVISION),
                        Tuple.tuple("blocked parent", Reason.BLOCKED_PARENT),
                        Tuple.tuple("asked too often", Reason.ASKED_TOO_OFTEN),
                        Tuple.tuple("review overdue", Reason.REVIEW_OVERDUE),
                        Tuple.tuple("supervision apart", Reason.SUPERVISION_APART),
                        Tuple.tuple("access request", Reason.NO_ACCESS_REQUEST),
                        Tuple.tuple("second factor", Reason.SECOND_FACTOR_MISSING),
                        Tuple.tuple("rulebook unsigned", Reason.RULEBOOK_UNSIGNED),
                        Tuple.tuple("restricted processing", Reason.RESTRICTED_PROCESSING),
                        Tuple.tuple("retention", Reason.RETENTION_PASSED),
                        Tuple.tuple("consent withdrawn", Reason.CONSENT_WITHDRAWN),
                        Tuple.tuple("consent", Reason.CONSENT_MISSING),
                        Tuple.tuple("cross-domain", Reason.CONSENT_MISSING),
                        Tuple.tuple("medical secrecy", Reason.MEDICAL_SECRECY),
                        Tuple.tuple("framework ended", Reason.FRAMEWORK_ENDED),
                        Tuple.tuple("only the lead", Reason.NOT_LEADING),
                        Tuple.tuple("share ended", Reason.SHARE_ENDED),
                        Tuple.tuple("closed case", Reason.CASE_CLOSED));
    }
}
