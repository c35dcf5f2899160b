package nl.samenzicht.security.ledger;

import java.util.Locale;

/** What can be wrong with the ledger, each with a sentence of its own on the screen. */
public enum FindingKind {
    /** A line is not as it was written. */
    ENTRY_CHANGED,
    /** A line stands in the log that this system never wrote. */
    ENTRY_INSERTED,
    /** A line was taken away; its place in the tree is still there. */
    ENTRY_DELETED,
    /** Lines stand in another order than the one that was sealed. */
    ENTRIES_REORDERED,
    /** A line has been waiting for its place in the tree for longer than a minute. */
    ENTRY_UNSEALED,
    /** The seal of a line was changed; the line itself is as it was written. */
    LEAF_CHANGED,
    /** A place in the tree is gone. */
    LEAF_MISSING,
    /** The lines between two signed states are not those that were signed, and it cannot be said which. */
    TREE_DIFFERS,
    /** The end of the log is gone: the database itself has signed for more lines. */
    LOG_SHORTENED,
    /** The database is an older copy: the files outside it know of more lines. */
    OLDER_COPY,
    /** The log says otherwise than the files outside it: it was rewritten from some point on. */
    HISTORY_REWRITTEN,
    /** The last lines in the tree are not signed for. */
    TAIL_UNSIGNED,
    /** A signed state in the database is damaged, or was not signed by this system. */
    CHECKPOINT_FORGED,
    /** A signed state that the files outside know is gone from the database. */
    CHECKPOINT_MISSING,
    /** A signed state in a file outside the database is damaged, or was not signed by this system. */
    OUTSIDE_CHECKPOINT_FORGED,
    /** There are no files with signed states outside the database. */
    OUTSIDE_COPY_MISSING,
    /** The overview by which lines are found misses a line, or has one that does not belong there. */
    INDEX_DIFFERS;

    /** The key of the sentence on the screen. */
    public String messageKey() {
        return "ledger.finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
