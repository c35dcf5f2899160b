/**
 * Signals on screen: writing one down in three minutes, the queues of who assesses them, one signal with what is known and
 * done, and weighing it against the indicators.
 */
package nl.samenzicht.web.signal;
