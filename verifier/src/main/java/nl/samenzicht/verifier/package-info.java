/**
 * The stand-alone verifier: reads an exported bundle of the log and says that it is whole, or names what is wrong. It needs
 * the public keys of the log and nothing else. The bundle is described in {@code docs/LOG-FORMAT.md}.
 */
package nl.samenzicht.verifier;
