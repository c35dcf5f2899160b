/**
 * How people are asked something everywhere in the product: a dialog with one act, and a place where it is said in words
 * why the act cannot be done. What was typed stays.
 */
package nl.samenzicht.web.forms;
