/**
 * Reading the rulebook in force, signing it for one's agency, and advising on it. Each of these is decided by the gate
 * and on record; the shelf that keeps the versions and signatures is {@code rulebook}.
 */
package nl.samenzicht.security.agreement;
