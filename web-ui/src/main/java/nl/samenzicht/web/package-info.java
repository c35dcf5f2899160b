/**
 * The edge of the product: where the browser and other systems come in. Thin; each act of a person is one call to a
 * service below.
 */
package nl.samenzicht.web;
