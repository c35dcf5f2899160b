package nl.samenzicht.security.administration;

import nl.samenzicht.security.directory.ProfessionalId;

/**
 * Somebody who was invited, and the token of their link. The token is shown once, to whoever invited; only its hash is kept.
 */
public record Invited(ProfessionalId professional, String name, String token) {
    @Override
    public String toString() {
        return "Invited[" + professional + "]";
    }
}
