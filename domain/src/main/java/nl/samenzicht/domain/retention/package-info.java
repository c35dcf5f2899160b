/**
 * Retention and destruction: how long each record is kept by its own controller, what is due, what holds it up, and how two
 * people destroy it so that nothing of it can be read again. A term runs for each item by itself; the longest of a case does
 * not count for the rest. What was decided stands in {@code docs/adr/2026-11-27-destruction.md}.
 */
package nl.samenzicht.domain.retention;
