package nl.samenzicht.domain.officer;

import nl.samenzicht.security.ledger.EntryCode;

/**
 * Lines of the log as a file.
 *
 * @param name a name for the file, without names of people
 * @param entry the line that records that they were taken out
 */
public record LogFile(String name, byte[] content, int lines, EntryCode entry) {
    public LogFile {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
