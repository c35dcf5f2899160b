package nl.samenzicht.witness;

import java.util.Locale;

/** Why a witness does not cosign what it was shown. */
public enum Refusal {
    /** The log cannot be reached, or does not answer; no sign of bad faith. */
    UNREACHABLE,
    /** It is not a checkpoint, not of this log, or not signed with a key of the log that was given. */
    NOT_SIGNED,
    /** It is smaller than what was cosigned before. */
    ROLLBACK,
    /** It excludes what was cosigned before: two histories, both signed by the log. */
    FORK,
    /** The log does not show all of the tree that it signed for. */
    TRUNCATED,
    /** The tree that it shows is not the one that it signed for. */
    TREE_DIFFERS;

    /** The name as programs read it, such as {@code tree-differs}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody must look at it; a network that is down is only waited for. */
    public boolean isAlarm() {
        return this != UNREACHABLE;
    }
}
