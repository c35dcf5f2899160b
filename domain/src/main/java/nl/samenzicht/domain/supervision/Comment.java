package nl.samenzicht.domain.supervision;

import java.time.Instant;

/** What a data protection officer says about a line, as it now reads or once read. */
public record Comment(String words, String by, Instant at) {}
