/**
 * The public formats of a transparency log: the Merkle tree and its proofs (RFC 9162), signed notes, checkpoints,
 * cosignatures and tiles (C2SP). Written with the JDK alone, so that the product, the stand-alone verifier and the
 * witnesses share one reading of them; the reference tests hold it against other people's vectors and programs.
 */
package nl.samenzicht.tlog;
