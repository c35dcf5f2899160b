package nl.samenzicht.domain.interop;

import nl.samenzicht.domain.officer.LinesPart;

/** Writes lines of the log in one format. It remembers none of them. */
sealed interface LogLines permits CsvLines, AuditEventLines, Nen7513Lines, LogboekLines {

    /** What stands in front of the first line; empty in most formats. */
    default String heading() {
        return "";
    }

    /** A line of the log as it stands in the file, with its end. */
    String written(LinesPart.Line line);
}
