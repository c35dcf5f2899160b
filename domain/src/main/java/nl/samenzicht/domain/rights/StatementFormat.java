package nl.samenzicht.domain.rights;

import java.io.IOException;
import java.util.List;
import nl.samenzicht.tlog.NoteKey;

/** How a statement is written: its head, then each line as it is read, then its end. */
public interface StatementFormat {
    /**
     * Writes the head.
     *
     * @param checkpoint the signed state of the log to which lines are proved, as C2SP {@code tlog-checkpoint}
     * @param keys the public keys of the log
     * @throws IOException when the reader is gone
     */
    void begin(StatementHead head, String checkpoint, List<NoteKey> keys) throws IOException;

    /** Writes a line, newest first. */
    void line(StatementLine line) throws IOException;

    /** Writes the end; without it a statement is not whole. */
    void end(long lines) throws IOException;
}
