package nl.samenzicht.domain.officer;

import java.io.IOException;
import java.io.OutputStream;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * Something of the log that may leave, and may be written once, now.
 *
 * @param name of the file, without anything that says whose it is
 * @param mediaType of the file
 * @param request the line that records that it was asked for
 */
public record LogExport(String name, String mediaType, EntryCode request, Content content) {

    /** The bytes, made while they are written. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all of it.
         *
         * @throws IOException when the reader is gone
         */
        void writeTo(OutputStream out) throws IOException;
    }
}
