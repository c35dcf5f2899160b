/**
 * Stories about the product as people run it: the real distribution, started once, with its own database, and a browser.
 * Whoever has it running already can point the tests at it: {@code -Dproduct.url=http://127.0.0.1:8080/}.
 */
package nl.samenzicht.it;
