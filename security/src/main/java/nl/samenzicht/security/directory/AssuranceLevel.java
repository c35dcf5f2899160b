package nl.samenzicht.security.directory;

import java.util.Optional;

/** How sure we are that this is the person: by a password alone, or by a second factor as well. */
public enum AssuranceLevel {
    PASSWORD,
    TWO_FACTOR;

    /**
     * Returns whether functions that read content or the log ask for {@link #TWO_FACTOR} in this installation. In production
     * they do and no setting changes that; anything but the plain word 'demo' is production.
     *
     * @param setting asks for it in demo mode as well
     */
    public static boolean secondFactorRequired(String mode, Optional<Boolean> setting) {
        return !mode.equals("demo") || setting.orElse(false);
    }

    /** Returns whether this level is at least as strong as the other. */
    public boolean atLeast(AssuranceLevel other) {
        return compareTo(other) >= 0;
    }
}
