package nl.samenzicht.domain.interop;

import java.util.function.Function;

/** The formats in which the log can be taken out. */
public enum LogFormat {
    /** A table for people, with names. */
    CSV("csv", "text/csv;charset=utf-8", from -> new CsvLines()),
    /** FHIR R4 AuditEvent after the patterns of IHE BALP; one resource on a line. */
    FHIR_AUDIT_EVENT("fhir.ndjson", "application/fhir+ndjson", AuditEventLines::new),
    /** The fields of NEN 7513; one event on a line, as JSON. */
    NEN_7513("nen7513.jsonl", "application/x-ndjson;charset=utf-8", Nen7513Lines::new),
    /** Logboek Dataverwerkingen; one operation on a line, as JSON, without the people who worked. */
    LOGBOEK_DATAVERWERKINGEN("logboek.jsonl", "application/x-ndjson;charset=utf-8", LogboekLines::new);

    private final String extension;
    private final String mediaType;
    private final Function<ExportOrigin, LogLines> lines;

    LogFormat(String extension, String mediaType, Function<ExportOrigin, LogLines> lines) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.lines = lines;
    }

    /** How the name of such a file ends, without a dot in front. */
    public String extension() {
        return extension;
    }

    /** The media type of such a file. */
    public String mediaType() {
        return mediaType;
    }

    LogLines lines(ExportOrigin from) {
        return lines.apply(from);
    }
}
