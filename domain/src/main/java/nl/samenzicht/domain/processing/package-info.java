/**
 * The register of processing of an agency (AVG 30), told from the rules by which the gate decides: nothing in it is typed
 * twice, so that it cannot say otherwise than what is done.
 */
package nl.samenzicht.domain.processing;
