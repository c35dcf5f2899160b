/**
 * Administration on screen: the people of one's agency and their functions for managers, the agencies for the platform
 * administrator. Links and codes are shown once, to be passed on by hand.
 */
package nl.samenzicht.web.admin;
