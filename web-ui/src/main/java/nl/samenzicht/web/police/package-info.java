/**
 * Provision decisions of the police on the screen: recording one, and one's own. Nobody outside the police sees that there
 * is any.
 */
package nl.samenzicht.web.police;
