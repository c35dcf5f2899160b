/**
 * The office of the privacy officer and of the data protection officer: reading the log of their own agency, who looked at
 * a case, what was disclosed of a person, proving that the log is whole, and taking lines out as a file.
 *
 * <p>Each of these is decided by the gate for the purpose of oversight, and is itself on record before it is answered.
 * Names are joined here, on display, from the directory; the log holds numbers only.
 */
package nl.samenzicht.domain.officer;
