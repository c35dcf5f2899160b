package nl.samenzicht.domain.elsewhere;

import java.util.UUID;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.security.ledger.EntryCode;

/** What the asker is told: one of three words, and the line of the log by which it was asked. */
public record ToldAnswer(UUID question, Answer answer, EntryCode entry) {}
