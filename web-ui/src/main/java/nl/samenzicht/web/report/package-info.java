/**
 * Reporting a victim to CoMensha: the page of a case on which a report is written, sent, corrected and taken back; the list of
 * reports that wait; and for CoMensha the reports that it received.
 */
package nl.samenzicht.web.report;
