/** Stories told inside the container, where transactions, the two persistence units and the ledger's own account are real. */
package nl.samenzicht.it.container;
