/** Tells the gate what it needs to know of a case: the one implementation of the resource provider, without any content. */
package nl.samenzicht.domain.admission;
