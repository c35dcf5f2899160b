package nl.samenzicht.security.keys;

/** A row that decisions rest on is not as we wrote it: somebody changed it in the database. Nothing may rest on it. */
public final class RowForged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowForged(String what) {
        super(what + " was changed outside the application: its MAC does not match");
    }
}
