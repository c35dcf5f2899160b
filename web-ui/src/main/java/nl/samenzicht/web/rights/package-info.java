/** The officer's pages for what persons ask by right, and the statement that answers who saw what. */
package nl.samenzicht.web.rights;
