/** Holds what was compiled against the rules of the architecture, and counts what each rule saw. */
package nl.samenzicht.architecture;
