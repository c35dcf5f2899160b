package nl.samenzicht.security.directory;

import static java.util.Objects.requireNonNull;

/**
 * Somebody at work, in one function, in one session: the subject of every decision and of every entry in the log.
 * It is a picture of this moment; ask {@link CurrentProfessional} again at the next request.
 */
public record ActingProfessional(
        ProfessionalId professional,
        AgencyId agency,
        AgencyType agencyType,
        Function function,
        AssuranceLevel assurance,
        SessionId session) {
    public ActingProfessional {
        requireNonNull(professional, "professional");
        requireNonNull(agency, "agency");
        requireNonNull(agencyType, "agency type");
        requireNonNull(function, "function");
        requireNonNull(assurance, "assurance");
        requireNonNull(session, "session");
    }
}
