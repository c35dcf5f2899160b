/**
 * The reporting gap: signals of presumed victims that were not reported to CoMensha, for the agency that can still report them,
 * and as figures for policy. A nudge, not a pillory.
 */
package nl.samenzicht.domain.gap;
