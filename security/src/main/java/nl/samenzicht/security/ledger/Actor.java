package nl.samenzicht.security.ledger;

import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Who did it: a professional in a function, or a job of the system, or somebody who is not known yet.
 *
 * @param accessPoint the network address that the request came from (NEN 7513 networkAccessPointID)
 * @param job the name of a batch job; a job is a subject too and has no professional
 */
public record Actor(
        @Nullable ProfessionalId professional,
        @Nullable AgencyId agency,
        @Nullable String agencyType,
        @Nullable String function,
        @Nullable SessionId session,
        @Nullable String accessPoint,
        @Nullable String job) {

    public Actor {
        Codes.check("agency type", agencyType);
        Codes.check("function", function);
        Codes.check("job", job);
        if (job != null && professional != null) {
            throw new IllegalArgumentException("Job '%s' cannot be professional %s".formatted(job, professional));
        }
        accessPoint = Codes.address(accessPoint);
    }

    /** Somebody who is signed in. */
    public static Actor of(ActingProfessional who, @Nullable String accessPoint) {
        return new Actor(
                who.professional(),
                who.agency(),
                who.agencyType().name(),
                who.function().name(),
                who.session(),
                accessPoint,
                null);
    }

    /** A job of the system itself, working across agencies. */
    public static Actor job(String name) {
        return new Actor(null, null, null, null, null, null, name);
    }

    /** A job of the system that works for one agency. */
    public static Actor job(String name, AgencyId agency) {
        return new Actor(null, agency, null, null, null, null, name);
    }

    /** Somebody who has not signed in, such as at a wrong password. */
    public static Actor unknown(@Nullable String accessPoint) {
        return new Actor(null, null, null, null, null, accessPoint, null);
    }

    /** An account that is known but has no session, such as at a wrong second factor. */
    public static Actor account(ProfessionalId professional, @Nullable AgencyId agency, @Nullable String accessPoint) {
        return new Actor(professional, agency, null, null, null, accessPoint, null);
    }
}
