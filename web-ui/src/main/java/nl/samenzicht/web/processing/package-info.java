/** The register of processing and the annex to a DPIA, on a page and as files. */
package nl.samenzicht.web.processing;
