package nl.samenzicht.domain.interop;

import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.PersonSeal;

/**
 * Whose log is taken out, and from where.
 *
 * @param installation the name under which this installation signs its log
 * @param agency the agency whose side of the log it is
 * @param people names people in this export alone
 */
record ExportOrigin(String installation, AgencyId agency, PersonSeal people) {}
