/**
 * The law of the residence route of victims (B8/3 Vreemdelingencirculaire 2000): which steps may follow which, and how long
 * a term lasts. Knows no case file and no clock; a case file asks it before it keeps what somebody recorded about residence.
 * Terms are data with a validity and a source, in {@code residence/terms.tsv}.
 */
package nl.samenzicht.domain.residence;
