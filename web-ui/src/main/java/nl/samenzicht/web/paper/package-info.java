/** Documents on paper, written page by page while they are made. */
package nl.samenzicht.web.paper;
