/**
 * Consent on the screen: what the person allowed or refused per recipient, purpose and category; recording an answer, and
 * withdrawing one after seeing what stops.
 */
package nl.samenzicht.web.consent;
