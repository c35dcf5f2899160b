/** Files of comma-separated values, which people open in a spreadsheet: one place that keeps a cell from being run. */
package nl.samenzicht.domain.csv;
