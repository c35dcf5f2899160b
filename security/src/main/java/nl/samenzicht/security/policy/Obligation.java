package nl.samenzicht.security.policy;

/**
 * What must happen along with a permit.
 *
 * <p>A caller declares in its {@link Facts} which obligations it can meet. A permit with any other turns
 * into a denial with {@link Reason#OBLIGATION_UNMET}.
 */
public enum Obligation {
    /** Show the BSN masked; the whole number only on demand, with a reason (UAVG 46, Wabb 10). */
    MASK_BSN,
    /** Show initials instead of names until a coordinator has accepted the signal. */
    INITIALS_ONLY,
    /** Show with each item who provided it and its handling code (Bpg 2:12–2:13). */
    SHOW_SOURCE_AND_CODE,
    /** Show which care is needed, never a diagnosis. */
    CARE_NEEDS_ONLY,
    /** Show only the actions that were agreed with the asking agency. */
    AGREED_ACTIONS_ONLY,
    /** Give only to professionals who are named on the need-to-know list. */
    NAMED_PERSONS_ONLY
}
