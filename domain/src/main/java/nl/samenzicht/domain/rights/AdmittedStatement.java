package nl.samenzicht.domain.rights;

import nl.samenzicht.domain.officer.LogNames;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.oversight.AgencyLog;

/**
 * A statement that may be written, by whom it was asked for.
 *
 * @param filter which lines of the log it is about
 */
record AdmittedStatement(
        StatementHead head, AgencyLog.Reading log, LogFilter filter, LogNames.Names names, ActingProfessional who) {}
