/**
 * The list of cases and the page of one case: its card, its categories one at a time, who takes part. Other features add
 * themselves to the page with a {@link nl.samenzicht.web.casefile.CaseFeature}.
 */
package nl.samenzicht.web.casefile;
