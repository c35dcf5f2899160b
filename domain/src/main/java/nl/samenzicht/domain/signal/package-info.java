/** Signals: what somebody noticed, on its way from whoever noticed it to the agency that decides what it is. */
package nl.samenzicht.domain.signal;
