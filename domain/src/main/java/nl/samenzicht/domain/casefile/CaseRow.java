package nl.samenzicht.domain.casefile;

import java.time.Instant;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.Framework;

/** One case in a list. */
public record CaseRow(
        CaseName name, Framework framework, CaseStatus status, AgencyCard lead, boolean weLead, Instant openedAt) {}
