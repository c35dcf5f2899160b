package nl.samenzicht.domain.rights;

import java.util.List;
import nl.samenzicht.domain.officer.LogNames;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.oversight.AgencyLog;

/**
 * A statement that may be written, by whom it was asked for.
 *
 * @param filters which lines of the log it is about, one after another
 */
record AdmittedStatement(
        StatementHead head,
        AgencyLog.Reading log,
        List<LogFilter> filters,
        LogNames.Names names,
        ActingProfessional who) {}
