package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;

/**
 * One thing that somebody could do about a refusal, and what it would change.
 *
 * @param kind what is done
 * @param term what it is done with, such as the purpose to choose or the ground to share on; may be empty
 * @param resolves the reason that it takes away
 * @param change the facts as they would then be
 */
public record Step(Kind kind, String term, Reason resolves, UnaryOperator<Facts> change) {

    public Step {
        requireNonNull(kind, "kind");
        requireNonNull(term, "term");
        requireNonNull(resolves, "resolves");
        requireNonNull(change, "change");
    }

    /** What can be done about a refusal; each has its button. */
    public enum Kind {
        /** Work for another purpose. */
        CHOOSE_PURPOSE,
        /** Ask for it while working for another purpose, for which it can be given. */
        ASK_FOR_PURPOSE,
        /** Sign in with a second factor. */
        USE_SECOND_FACTOR,
        /** Record the consent of the person. */
        OBTAIN_CONSENT,
        /** Have one's agency take part in the case. */
        JOIN_CASE,
        /** Ask the owner to share it. */
        REQUEST_SHARE,
        /** Ask the police for a decision under Wpg 16–20. */
        REQUEST_PROVISION,
        /** Ask the police to agree with passing it on. */
        REQUEST_POLICE_CONSENT,
        /** Open it as an emergency. */
        BREAK_GLASS
    }
}
