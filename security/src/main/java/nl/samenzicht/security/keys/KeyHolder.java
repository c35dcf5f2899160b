package nl.samenzicht.security.keys;

import static java.util.Objects.requireNonNull;

import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.Regime;

/** Who may hold a key to content: an agency, under one regime. Police items (Wpg) have keys of their own. */
public record KeyHolder(AgencyId agency, Regime regime) {
    public KeyHolder {
        requireNonNull(agency, "agency");
        requireNonNull(regime, "regime");
    }

    /** Who was given an item of somebody else: what the police provide becomes the recipient's own AVG record. */
    public static KeyHolder recipient(AgencyId agency) {
        return new KeyHolder(agency, Regime.AVG);
    }
}
