/** A page for who doubts what they see: open to everybody, and nothing of it is kept. */
package nl.samenzicht.web.advice;
