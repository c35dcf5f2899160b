/** The reporting gap: what one's own agency can still report, and the figures for policy. */
package nl.samenzicht.web.gap;
