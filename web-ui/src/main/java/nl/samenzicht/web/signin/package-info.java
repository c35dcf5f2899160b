/**
 * The way in and out: the sign-in page, the second factor, the link with which somebody chooses a password, one's own
 * sessions, and the glue between the session of the web and the one in the database.
 */
package nl.samenzicht.web.signin;
