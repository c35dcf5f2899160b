package nl.samenzicht.domain.htcds;

/** A file that was made, in memory only, and what it holds. */
public record ExportDone(String fileName, byte[] content, ExportCheck holds) {
    public ExportDone {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
