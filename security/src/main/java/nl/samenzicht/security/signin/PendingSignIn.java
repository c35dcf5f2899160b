package nl.samenzicht.security.signin;

import java.time.Duration;
import java.time.Instant;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.ProfessionalId;

/** Somebody halfway: the password was right. Only this package makes one; it is worth nothing after five minutes. */
public final class PendingSignIn {
    private static final Duration HOLDS = Duration.ofMinutes(5);

    private final ProfessionalId professional;
    private final AgencyId agency;
    private final String userName;
    private final AssuranceLevel assurance;
    private final Instant until;

    PendingSignIn(
            ProfessionalId professional, AgencyId agency, String userName, AssuranceLevel assurance, Instant now) {
        this.professional = professional;
        this.agency = agency;
        this.userName = userName;
        this.assurance = assurance;
        this.until = now.plus(HOLDS);
    }

    PendingSignIn withSecondFactor(Instant now) {
        return new PendingSignIn(professional, agency, userName, AssuranceLevel.TWO_FACTOR, now);
    }

    ProfessionalId professional() {
        return professional;
    }

    AgencyId agency() {
        return agency;
    }

    String userName() {
        return userName;
    }

    AssuranceLevel assurance() {
        return assurance;
    }

    boolean stillAt(Instant moment) {
        return moment.isBefore(until);
    }
}
