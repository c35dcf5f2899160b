/** The pages of the data protection officer: decisions with what is said of them, and the report on each quarter. */
package nl.samenzicht.web.supervision;
