/**
 * Made-up cases to try the product with. They are made by the services that people use, as the made-up people, so that every
 * step of theirs is decided on and on record; they enter only a database that was begun in demo mode, and only once.
 */
package nl.samenzicht.domain.demo;
