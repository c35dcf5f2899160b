/**
 * What waits for somebody: tiles on the first page, and the lists of plan actions and notices behind them. Counts pass the
 * gate; the list of work is asked once for each look at the page.
 */
package nl.samenzicht.web.worklist;
