/**
 * Starts the product in one process: looks whether it can, starts the embedded MariaDB or takes the one it is given,
 * starts Payara Micro, waits until the application answers, and says where it is.
 *
 * <p>Nothing of the application is on the class path here; the two meet through system properties that the application
 * reads with MicroProfile Config.
 */
package nl.samenzicht.launch;
