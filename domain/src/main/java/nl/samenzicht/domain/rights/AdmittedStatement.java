package nl.samenzicht.domain.rights;

import nl.samenzicht.domain.officer.LogNames;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.oversight.AgencyLog;

/** A statement that may be written, by whom it was asked for. */
record AdmittedStatement(StatementHead head, AgencyLog.Reading lines, LogNames.Names names, ActingProfessional who) {}
