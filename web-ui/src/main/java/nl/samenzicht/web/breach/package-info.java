/** The officer's pages for the register of personal data breaches, with its 72-hour clock and the notification to print. */
package nl.samenzicht.web.breach;
