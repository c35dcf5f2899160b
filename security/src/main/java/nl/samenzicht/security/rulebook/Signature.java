package nl.samenzicht.security.rulebook;

import java.time.Instant;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.EntryCode;

/** That an agency is bound by a rulebook: who signed for it, when, and on which line of the ledger. */
public record Signature(AgencyId agency, ProfessionalId by, Instant at, EntryCode entry) {}
