package nl.samenzicht.security.directory;

import java.util.Set;

/** What colleagues may know of somebody: the name, the agency and the functions held now. */
public record ProfessionalCard(ProfessionalId id, String displayName, AgencyId agency, Set<Function> functions) {
    public ProfessionalCard {
        functions = Set.copyOf(functions);
    }
}
