package nl.samenzicht.domain.casefile;

import java.util.Optional;
import nl.samenzicht.security.directory.ProfessionalCard;

/** Somebody on the need-to-know list of a secret location, or proposed for it. */
public record NamedView(
        ProfessionalCard professional,
        ProfessionalCard proposedBy,
        Optional<ProfessionalCard> confirmedBy,
        boolean open) {}
