package nl.samenzicht.security.rulebook;

import java.time.Instant;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.EntryCode;

/** What a privacy officer advised on a rulebook; it decides nothing. */
public record Advice(AgencyId agency, ProfessionalId by, Instant at, String words, EntryCode entry) {}
