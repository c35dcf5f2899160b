/** The screen of the import: choose a file, read what would happen, and let it happen or not. */
package nl.samenzicht.web.htcds;
