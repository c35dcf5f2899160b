package nl.samenzicht.domain.casefile;

import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Regime;

/** What is known of an item without its content. */
public record ItemHeader(
        ItemId id,
        CaseFileId caseFile,
        DataCategory category,
        ItemKind kind,
        AgencyId owner,
        Regime regime,
        int currentVersion,
        boolean restricted,
        Optional<Instant> embargoUntil,
        Optional<Instant> retainedUntil,
        Optional<String> policeCode,
        Instant recordedAt,
        Instant changedAt) {}
