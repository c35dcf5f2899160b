/**
 * The tree of the log over HTTP, for whoever checks it from outside: read only, without signing in, and nothing in it but
 * hashes and signed sizes. Why that is open stands in {@code docs/adr/2026-11-26-log-for-others.md}.
 */
package nl.samenzicht.web.tlog;
