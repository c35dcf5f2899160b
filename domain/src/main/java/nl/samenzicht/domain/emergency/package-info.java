/**
 * Break-glass for acute safety: with a reason, for at most four hours, told at once to the privacy officer and the agency
 * that leads the case, and reviewed by somebody else within five working days. It never opens a secret location.
 */
package nl.samenzicht.domain.emergency;
