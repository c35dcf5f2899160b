/** How values of the field lie in MariaDB's columns: converters, the entity manager of casework, and nothing else. */
package nl.samenzicht.domain.store;
