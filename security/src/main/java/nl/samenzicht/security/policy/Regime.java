package nl.samenzicht.security.policy;

import nl.samenzicht.security.directory.AgencyType;

/** Law under which an item is processed. */
public enum Regime {
    /** Algemene verordening gegevensbescherming. */
    AVG,
    /** Wet politiegegevens. */
    WPG;

    /** Returns the law under which an agency of this type processes what it records for its own task. */
    public static Regime of(AgencyType type) {
        return type == AgencyType.POLICE ? WPG : AVG;
    }
}
