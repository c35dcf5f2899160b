/**
 * Leases on what is shown. Whatever takes something back writes a row; every node polls the rows each second and clears
 * the pages that hold such content.
 */
package nl.samenzicht.domain.lease;
