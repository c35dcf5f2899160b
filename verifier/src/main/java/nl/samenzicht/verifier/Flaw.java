package nl.samenzicht.verifier;

import java.util.Locale;

/** What can be wrong with a bundle, each with a sentence of its own. */
public enum Flaw {
    /** The bundle is of a log whose keys were not given. */
    OTHER_LOG,
    /** The bundle was signed with a key that was not given. */
    WRONG_KEY,
    /** The signed state is damaged: the signature does not hold for what stands there now. */
    CHECKPOINT_DAMAGED,
    /** The bundle is older than a state of the log that is already known. */
    OLDER_BUNDLE,
    /** The log signed two histories that exclude each other. */
    FORK,
    /** A line that can be read is not as it was sealed. */
    LINE_CHANGED,
    /** Somewhere between two signed states is something other than what was signed. */
    LINES_DIFFER,
    /** Lines in the middle are not there. */
    LINES_MISSING,
    /** Lines do not stand in their order. */
    LINES_OUT_OF_ORDER,
    /** The end is not there. */
    TRUNCATED,
    /** There are more lines than were signed for. */
    LINES_ADDED,
    /** A line is not written as it must be. */
    LINE_UNREADABLE,
    /** Lines that could be read at the export are hashes now, or the other way round. */
    READABLE_LEFT_OUT,
    /** Lines are said to be removed after their term, and no line of the log says so, or says it too early. */
    REMOVED_WITHOUT_RECORD,
    /** A line is said to be removed after its term, and can be read. */
    REMOVED_YET_READABLE,
    /** What the bundle says of itself is damaged, or not signed by the log. */
    MANIFEST_DAMAGED,
    /** What the bundle says of itself is of another export. */
    MANIFEST_DIFFERS,
    /** The file with the lines is not the one that was exported, though every line fits. */
    FILE_CHANGED,
    /** An earlier signed state in the bundle is damaged, or not signed by the log. */
    EARLIER_DAMAGED,
    /** Fewer witnesses than were asked for have cosigned a state in this bundle. */
    TOO_FEW_WITNESSES;

    /** The name as programs read it, such as {@code other-log}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
