/**
 * What people noticed, held against the indicators of the ILO and of Dutch practice. It supports a conclusion and never draws
 * one.
 */
package nl.samenzicht.domain.indicator;
