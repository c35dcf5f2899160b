/**
 * A witness of a log: asks for its newest state, sees that it grew out of the one before, and cosigns it. An agency runs one
 * on a machine of its own, so that not even the host of the log can show one history to some and another to others.
 */
package nl.samenzicht.witness;
