/**
 * The screens of the privacy officer and the data protection officer. The log reads as sentences; what limits it stands in
 * the address, so that a page can be kept and gone back to, and every name, case and act in it is a link that limits it
 * further.
 */
package nl.samenzicht.web.officer;
