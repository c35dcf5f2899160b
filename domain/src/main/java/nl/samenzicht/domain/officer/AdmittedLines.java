package nl.samenzicht.domain.officer;

import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.oversight.AgencyLog;

/**
 * Lines of the log that may be taken out.
 *
 * @param request the line that records that they were asked for
 */
public record AdmittedLines(AgencyLog.Reading reading, LogFilter filter, ActingProfessional who, EntryCode request) {}
