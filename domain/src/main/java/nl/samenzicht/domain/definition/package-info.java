/** What the definitions say of what is known: which are met, by which rule, and what is still open. It concludes nothing. */
package nl.samenzicht.domain.definition;
