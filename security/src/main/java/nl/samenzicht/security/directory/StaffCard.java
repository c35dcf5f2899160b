package nl.samenzicht.security.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who works or worked at an agency, as its managers see them.
 *
 * @param userName the work address with which they sign in
 * @param until when their work ended; empty while it goes on
 */
public record StaffCard(
        ProfessionalId id,
        AgencyId agency,
        String displayName,
        String userName,
        Instant since,
        Optional<Instant> until) {}
