/**
 * The rulebook in force on screen, per function and purpose in plain words with its sources, and the signing of it. What
 * is shown comes from the object that decides; only the words for codes and guards are ours.
 */
package nl.samenzicht.web.rulebook;
