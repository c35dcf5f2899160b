package nl.samenzicht.security.directory;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

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

    /** How somebody would act who is not signed in now: with a second factor, in no session. Opens nothing. */
    public static ActingProfessional supposed(ProfessionalCard who, AgencyType type, Function function) {
        return new ActingProfessional(
                who.id(), who.agency(), type, function, AssuranceLevel.TWO_FACTOR, new SessionId(new UUID(0, 0)));
    }
}
