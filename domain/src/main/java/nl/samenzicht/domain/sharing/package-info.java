/**
 * Sharing: giving another agency, or one professional, exactly what they need, for a stated purpose, on a ground, until
 * a last day. What the giver previews is rendered by the same code that will serve the recipient.
 */
package nl.samenzicht.domain.sharing;
