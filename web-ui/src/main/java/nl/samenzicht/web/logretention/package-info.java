/**
 * The page on which people of the platform propose and agree that the oldest months of the log go, and privacy officers see that
 * and can object.
 */
package nl.samenzicht.web.logretention;
