package nl.samenzicht.security.policy;

import static nl.samenzicht.security.policy.Condition.allOf;
import static nl.samenzicht.security.policy.Condition.anyOf;
import static nl.samenzicht.security.policy.Condition.has;
import static nl.samenzicht.security.policy.Condition.in;
import static nl.samenzicht.security.policy.Condition.not;

import java.util.List;
import java.util.Set;
import nl.samenzicht.security.directory.Function;

/**
 * The guards of Samenzicht, fixed by the product: no rulebook can switch one off.
 *
 * <p>Read each as: it is forbidden when …
 */
public final class ProductGuards {

    /** Everything that lets somebody learn, use or pass on what an item holds. */
    private static final Condition USES_CONTENT = in(
            Action.VIEW_SECTION,
            Action.CHANGE_ITEM,
            Action.SHARE_ITEM,
            Action.SEND_SIGNAL,
            Action.RECEIVE_SHARE,
            Action.WRITE_PLAN,
            Action.SEARCH,
            Action.EXPORT,
            Action.GIVE_COPY,
            Action.REPORT,
            Action.VIEW_REPORT);

    /** Everything that gives content to somebody else, or takes it from somebody else. */
    private static final Condition PASSES_ON =
            in(Action.SHARE_ITEM, Action.SEND_SIGNAL, Action.RECEIVE_SHARE, Action.REPORT, Action.EXPORT);

    /** Everything that tells others that somebody is known, without content. */
    private static final Condition TELLS = in(Action.KNOWN_ELSEWHERE);

    private static final Condition OF_ANOTHER_AGENCY = not(in(Relation.OWN));

    private ProductGuards() {}

    /** Returns all guards, in the order in which their reasons are told. */
    public static List<Guard> all() {
        return List.of(
                conflictOfInterest(),
                policeEmbargo(),
                secretLocation(),
                provision(),
                onwardSharing(),
                policeKnowledge(),
                blockedParent(),
                askedTooOften(),
                reviewOverdue(),
                supervisionApart(),
                accessRequest(),
                secondFactor(),
                rulebookUnsigned(),
                restrictedProcessing(),
                retention(),
                consentWithdrawn(),
                consentMissing(),
                crossDomain(),
                medicalSecrecy(),
                frameworkEnded(),
                onlyTheLead(),
                shareEnded(),
                closedCase());
    }

    /** The professional has a registered conflict of interest in this case (Awb 2:4). */
    static Guard conflictOfInterest() {
        return new Guard("conflict of interest", Reason.CONFLICT_OF_INTEREST, has(Flag.CONFLICT_OF_INTEREST));
    }

    /** The police have put an embargo on an item of theirs (UAVG 41, Wpg 27). */
    static Guard policeEmbargo() {
        return new Guard("police embargo", Reason.POLICE_EMBARGO, allOf(has(Flag.EMBARGOED), OF_ANOTHER_AGENCY));
    }

    /**
     * A secret location is for who is named on its need-to-know list, never in an emergency, never in
     * search, files or reports: the leak of an address is the error that kills.
     */
    static Guard secretLocation() {
        return new Guard(
                "secret location",
                Reason.SECRET_LOCATION,
                allOf(
                        in(DataCategory.SECRET_LOCATION),
                        anyOf(
                                new Condition.In(Dimension.EMERGENCY, Set.of("TRUE")),
                                in(Action.SEARCH, Action.EXPORT, Action.REPORT, Action.IMPORT),
                                allOf(USES_CONTENT, not(has(Flag.ON_NEED_TO_KNOW_LIST))))));
    }

    /** Police data leave the police only on a recorded decision (Wpg 16–20). */
    static Guard provision() {
        return new Guard(
                "provision",
                Reason.NO_PROVISION,
                allOf(
                        USES_CONTENT,
                        not(has(Flag.PROVISION_RECORDED)),
                        anyOf(
                                allOf(in(Regime.WPG), OF_ANOTHER_AGENCY),
                                allOf(in(Regime.WPG), PASSES_ON),
                                in(Ground.WPG_PROVISION))));
    }

    /** What came from the police is not passed on without their consent (Wpg 16–20, Bpg 2:12). */
    static Guard onwardSharing() {
        return new Guard(
                "onward sharing",
                Reason.NO_ONWARD_SHARING,
                allOf(has(Flag.FROM_POLICE), PASSES_ON, not(has(Flag.POLICE_CONSENT))));
    }

    /** That the police know somebody is told within the police alone (Wpg 8, 11): to others it would be a provision. */
    static Guard policeKnowledge() {
        return new Guard(
                "police knowledge", Reason.NO_PROVISION, allOf(TELLS, in(Regime.WPG), not(has(Flag.SAME_DOMAIN))));
    }

    /** A parent who may be the exploiter neither gives nor takes away consent, and no report rests on theirs (AVG 8). */
    static Guard blockedParent() {
        return new Guard(
                "blocked parent",
                Reason.BLOCKED_PARENT,
                allOf(has(Flag.BLOCKED_PARENT), in(Action.RECORD_CONSENT, Action.WITHDRAW_CONSENT, Action.REPORT)));
    }

    /** Whoever could ask without end could find out about anybody (AVG 5(1)(c), 32). */
    static Guard askedTooOften() {
        return new Guard(
                "asked too often", Reason.ASKED_TOO_OFTEN, allOf(has(Flag.ASKED_TOO_OFTEN), in(Action.ASK_ELSEWHERE)));
    }

    /** Whose emergency access nobody accounted for in time gets no more of it until somebody has (AVG 5(2), 32). */
    static Guard reviewOverdue() {
        return new Guard(
                "review overdue", Reason.REVIEW_OVERDUE, allOf(has(Flag.REVIEW_OVERDUE), in(Action.BREAK_GLASS)));
    }

    /** Who supervises takes no decision that they supervise, and nobody else supervises (AVG 38(6)). */
    static Guard supervisionApart() {
        return new Guard(
                "supervision apart",
                Reason.SUPERVISION_APART,
                anyOf(
                        allOf(in(Function.DATA_PROTECTION_OFFICER), supervised()),
                        allOf(in(Action.SUPERVISE), not(in(Function.DATA_PROTECTION_OFFICER)))));
    }

    private static Condition supervised() {
        return anyOf(Action.supervised().stream().map(Condition::in).toList());
    }

    /**
     * A copy of data goes out on a live request for access by the person, who was identified, and never with data about
     * others (AVG 12(6), 15(3), 15(4)).
     */
    static Guard accessRequest() {
        return new Guard(
                "access request",
                Reason.NO_ACCESS_REQUEST,
                allOf(in(Action.GIVE_COPY), anyOf(not(has(Flag.ACCESS_REQUEST)), in(DataCategory.THIRD_PARTY))));
    }

    /** Content and logs need a second factor where the installation says so (AVG 32). */
    static Guard secondFactor() {
        return new Guard(
                "second factor",
                Reason.SECOND_FACTOR_MISSING,
                allOf(has(Flag.SECOND_FACTOR_REQUIRED), not(has(Flag.SECOND_FACTOR))));
    }

    /**
     * Nothing passes between two agencies under a rulebook that they have not both signed (AVG 24, 26). In an
     * emergency one reads without a share, so that this does not stand in its way.
     */
    static Guard rulebookUnsigned() {
        return new Guard(
                "rulebook unsigned",
                Reason.RULEBOOK_UNSIGNED,
                allOf(
                        has(Flag.RULEBOOK_UNSIGNED),
                        anyOf(
                                in(Action.SHARE_ITEM, Action.RECEIVE_SHARE, Action.KNOWN_ELSEWHERE),
                                allOf(in(Relation.SHARED), USES_CONTENT))));
    }

    /** Restricted data are only kept (AVG 18), except for handling the very request. */
    static Guard restrictedProcessing() {
        return new Guard(
                "restricted processing",
                Reason.RESTRICTED_PROCESSING,
                allOf(has(Flag.RESTRICTED), anyOf(USES_CONTENT, TELLS), not(in(Purpose.SUBJECT_RIGHTS))));
    }

    /** What should have been destroyed is not used any more (AVG 5(1)(e)). */
    static Guard retention() {
        return new Guard(
                "retention", Reason.RETENTION_PASSED, allOf(has(Flag.RETENTION_PASSED), anyOf(USES_CONTENT, TELLS)));
    }

    /** A consent that was withdrawn carries nothing any more (AVG 7(3)). */
    static Guard consentWithdrawn() {
        return new Guard(
                "consent withdrawn",
                Reason.CONSENT_WITHDRAWN,
                allOf(in(Ground.CONSENT), in(ConsentState.WITHDRAWN), USES_CONTENT));
    }

    /** Where consent is the ground, it must have been given (AVG 6(1)(a), 9(2)(a)). */
    static Guard consentMissing() {
        return new Guard(
                "consent",
                Reason.CONSENT_MISSING,
                allOf(in(Ground.CONSENT), not(in(ConsentState.GRANTED, ConsentState.WITHDRAWN)), USES_CONTENT));
    }

    /**
     * For help and support, data cross from one care law to another only with consent (Wmo 5.1.1 lid 4,
     * Jeugdwet 7.3.11, BW 7:457). That giver and recipient work under one law must be shown.
     */
    static Guard crossDomain() {
        return new Guard(
                "cross-domain",
                Reason.CONSENT_MISSING,
                allOf(
                        in(Purpose.SUPPORT),
                        anyOf(PASSES_ON, TELLS, allOf(in(Relation.SHARED), USES_CONTENT)),
                        not(in(Ground.CONSENT)),
                        not(has(Flag.SAME_DOMAIN))));
    }

    /**
     * Health data go to another organisation only with explicit consent (BW 7:457, Jeugdwet 7.3.11):
     * joining a case does not lift medical secrecy, and neither does any other ground.
     */
    static Guard medicalSecrecy() {
        return new Guard(
                "medical secrecy",
                Reason.MEDICAL_SECRECY,
                allOf(
                        in(DataCategory.HEALTH),
                        anyOf(PASSES_ON, allOf(OF_ANOTHER_AGENCY, USES_CONTENT)),
                        not(allOf(in(Ground.CONSENT), in(ConsentState.GRANTED)))));
    }

    /** When the protocol has ended, nothing is shared under it any more (AVG 5(1)(b)). */
    static Guard frameworkEnded() {
        return new Guard(
                "framework ended",
                Reason.FRAMEWORK_ENDED,
                allOf(
                        has(Flag.FRAMEWORK_ENDED),
                        anyOf(
                                PASSES_ON,
                                TELLS,
                                allOf(OF_ANOTHER_AGENCY, USES_CONTENT),
                                in(Action.INVITE_PARTY, Action.ANSWER_INVITATION))));
    }

    /** Only the agency that leads a case decides who takes part, under which framework, and when it ends (AVG 26). */
    static Guard onlyTheLead() {
        return new Guard(
                "only the lead",
                Reason.NOT_LEADING,
                allOf(
                        in(Action.CHANGE_CASE, Action.CLOSE_CASE, Action.INVITE_PARTY, Action.MOVE_LEAD),
                        in(Relation.NONE)));
    }

    /** A share that has ended gives nothing; the owner can make a new one. */
    static Guard shareEnded() {
        return new Guard(
                "share ended", Reason.SHARE_ENDED, allOf(has(Flag.SHARE_ENDED), in(Relation.NONE), USES_CONTENT));
    }

    /** In a closed case nothing is added, changed or shared, and it answers nobody's question. */
    static Guard closedCase() {
        return new Guard(
                "closed case",
                Reason.CASE_CLOSED,
                allOf(
                        has(Flag.CASE_CLOSED),
                        in(
                                Action.RECORD_ITEM,
                                Action.CHANGE_ITEM,
                                Action.SHARE_ITEM,
                                Action.RECEIVE_SHARE,
                                Action.REQUEST_ACCESS,
                                Action.ASK_ELSEWHERE,
                                Action.KNOWN_ELSEWHERE,
                                Action.ASK_CONTACT,
                                Action.INVITE_PARTY,
                                Action.ANSWER_INVITATION,
                                Action.MOVE_LEAD,
                                Action.RECORD_CONSENT,
                                Action.WRITE_PLAN,
                                Action.BREAK_GLASS)));
    }
}
