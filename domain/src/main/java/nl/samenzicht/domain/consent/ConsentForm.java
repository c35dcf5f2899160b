package nl.samenzicht.domain.consent;

/** How consent was given. */
public enum ConsentForm {
    WRITTEN,
    ORAL,
    DIGITAL
}
