/**
 * Who a case is about, as an opaque number, and the values by which people are known: birth dates that may be partial,
 * citizen service numbers, V-numbers, names with unknown parts. Nothing here is stored in the clear; the values are the
 * typed parts of an item's sealed content.
 */
package nl.samenzicht.domain.person;
