/**
 * The rights of the person about whom data are kept (AVG 15–22, Wpg 25 and 28): a request is received, identity checked,
 * scoped, decided, carried out and answered within its term.
 *
 * <p>What was decided holds in the gate at once, every recipient is told and confirms (AVG 19), and who saw what is answered
 * with proofs that others can check. Each step is a row that is added and never changed.
 */
package nl.samenzicht.domain.rights;
