/** What people take out of the product to print or to send on: documents written page by page, and pages in one file. */
package nl.samenzicht.web.paper;
