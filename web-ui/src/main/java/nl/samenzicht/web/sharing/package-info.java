/**
 * Giving, getting and asking, on the screen: composing a share beside exactly what the recipient will see, the in and out
 * directory, and requests for access.
 */
package nl.samenzicht.web.sharing;
