/**
 * The ground floor: who is asking, what they may do, the record of what they did, and the keys.
 * Nothing here knows what a case file is; the packages below are used by {@code domain} and {@code web-ui}.
 */
package nl.samenzicht.security;
