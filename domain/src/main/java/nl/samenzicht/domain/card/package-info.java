/** What stands on the page of a case before a category is opened: read as one look, on record as one. */
package nl.samenzicht.domain.card;
