/**
 * The support plan on the page of a case: goals per domain of life with their actions and evaluations, and the scores of
 * the domains with what changed. Read first, edited on demand.
 */
package nl.samenzicht.web.plan;
