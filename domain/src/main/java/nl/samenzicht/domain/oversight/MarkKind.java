package nl.samenzicht.domain.oversight;

/** Why looks at a case are watched. */
public enum MarkKind {
    /** The case is about somebody close to a colleague: family, household or address. */
    FAMILY(true),
    /** The case is about a colleague. */
    COLLEAGUE(true),
    /** The case is about somebody whom many people know, which makes curious. */
    WELL_KNOWN(false);

    private final boolean aboutSomebody;

    MarkKind(boolean aboutSomebody) {
        this.aboutSomebody = aboutSomebody;
    }

    /** Whether a colleague must be named with it. */
    public boolean namesColleague() {
        return aboutSomebody;
    }
}
