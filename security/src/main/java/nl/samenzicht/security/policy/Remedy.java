package nl.samenzicht.security.policy;

/**
 * A step that would turn this denial into a permit.
 *
 * @param step what would have to be done
 * @param permit what would then be permitted, and on which rules
 */
public record Remedy(Step step, Decision.Permit permit) {}
