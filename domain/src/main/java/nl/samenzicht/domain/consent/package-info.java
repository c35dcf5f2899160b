/**
 * Consent (toestemming) as data: per recipient, purpose, category and last day, given by whom, with refusals recorded
 * too. Withdrawing takes effect on the next request; what it stops is told first by sharing.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/reg/2016/679/oj">AVG art. 6(1)(a), 7, 8 and 9(2)(a)</a>
 */
package nl.samenzicht.domain.consent;
