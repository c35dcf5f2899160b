package nl.samenzicht.security.ledger;

import java.util.Objects;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import org.jspecify.annotations.Nullable;

/** To whom something was disclosed or made available: an agency, or one professional in it. */
public record Recipient(AgencyId agency, @Nullable ProfessionalId professional) {
    public Recipient {
        Objects.requireNonNull(agency, "agency");
    }

    public static Recipient of(AgencyId agency) {
        return new Recipient(agency, null);
    }
}
