package nl.samenzicht.security.ledger;

import java.util.Locale;

/** What can be wrong with the ledger or with the rows that decisions rest on, each with a sentence of its own on the screen. */
public enum FindingKind {
    /** A line is not as it was written. */
    ENTRY_CHANGED,
    /** A line stands in the log that this system never wrote. */
    ENTRY_INSERTED,
    /** A line was taken away; its place in the tree is still there. */
    ENTRY_DELETED,
    /** A line that was removed after its term, according to the log, is there again. */
    ENTRY_RETURNED,
    /** A row says that lines were removed after their term, and no line of the log says so. */
    REMOVAL_FORGED,
    /** Lines stand in another order than the one that was sealed. */
    ENTRIES_REORDERED,
    /** A line has been waiting for its place in the tree for longer than a minute. */
    ENTRY_UNSEALED,
    /** The seal of a line was changed; the line itself is as it was written. */
    LEAF_CHANGED,
    /** A place in the tree is gone. */
    LEAF_MISSING,
    /** A hash of the tree that is served to the outside does not follow from the lines below it. */
    TILE_DIFFERS,
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
    INDEX_DIFFERS,
    /** A case was changed outside the system: its framework, status, lead or person. */
    CASE_FORGED,
    /** A participation was added or changed outside the system. */
    PARTICIPATION_FORGED,
    /** A participation that ended according to the log holds again. */
    PARTICIPATION_OLDER,
    /** A consent was added or changed outside the system. */
    CONSENT_FORGED,
    /** A consent that was withdrawn according to the log stands again. */
    CONSENT_OLDER,
    /** A consent of which the log speaks is gone. */
    CONSENT_MISSING,
    /** A block of a parent was added or changed outside the system. */
    BLOCK_FORGED,
    /** A share was added or changed outside the system. */
    SHARE_FORGED,
    /** A share that ended according to the log holds again. */
    SHARE_OLDER,
    /** A share of which the log speaks is gone. */
    SHARE_MISSING,
    /** A signal or a step with it was added or changed outside the system. */
    SIGNAL_FORGED,
    /** A row in the books of the privacy officer was added or changed outside the system. */
    BOOK_FORGED,
    /** A row in the books of the privacy officer of which the log speaks is gone. */
    BOOK_MISSING,
    /** A provision decision was added or changed outside the system. */
    PROVISION_FORGED,
    /** A report to CoMensha, or a message of it, was added or changed outside the system. */
    REPORT_FORGED,
    /** A use of break-glass was added or changed outside the system. */
    EMERGENCY_FORGED,
    /** A use of break-glass of which the log speaks is gone. */
    EMERGENCY_MISSING,
    /** A name was put on the list of a secret location outside the system. */
    NAMED_ACCESS_FORGED,
    /** An item was changed outside the system. */
    ITEM_FORGED,
    /** An item is at an older version than the log knows. */
    ITEM_OLDER,
    /** An item of which the log speaks is gone. */
    ITEM_MISSING,
    /** An item that was destroyed according to the log is there again. */
    ITEM_RETURNED,
    /** The content of an item does not open: it was changed, or put in the place of another. */
    CONTENT_CHANGED,
    /** The content of an item is gone, or its owner's key to it is. */
    CONTENT_MISSING,
    /** A block of a parent of which the log speaks is gone. */
    BLOCK_MISSING,
    /** A function was given or changed outside the system. */
    FUNCTION_FORGED,
    /** A function that ended according to the log holds again. */
    FUNCTION_OLDER,
    /** A password or second factor was changed outside the system. */
    ACCOUNT_FORGED,
    /** A link to choose a password was made or changed outside the system. */
    LINK_FORGED,
    /** A session was begun or changed outside the system. */
    SESSION_FORGED;

    /** The key of the sentence on the screen. */
    public String messageKey() {
        return "ledger.finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
