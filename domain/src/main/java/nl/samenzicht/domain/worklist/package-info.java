/** What waits for somebody: offered shares, requests for access, plan actions, break-glass reviews. Counts pass the gate. */
package nl.samenzicht.domain.worklist;
