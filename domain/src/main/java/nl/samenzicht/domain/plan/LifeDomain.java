package nl.samenzicht.domain.plan;

/** A domain of life that a plan works on and that can be scored. */
public enum LifeDomain {
    FINANCES(true),
    WORK_AND_EDUCATION(true),
    USE_OF_TIME(true),
    HOUSING(true),
    DOMESTIC_RELATIONS(true),
    MENTAL_HEALTH(true),
    PHYSICAL_HEALTH(true),
    SUBSTANCE_USE(true),
    BASIC_ADL(true),
    INSTRUMENTAL_ADL(true),
    SOCIAL_NETWORK(true),
    PARTICIPATION(true),
    JUSTICE(true),
    SAFETY(false),
    RESIDENCE(false),
    LEGAL(false),
    INTERPRETER(false),
    CHILDREN(false),
    ONLINE_SAFETY(false);

    private final boolean scored;

    LifeDomain(boolean scored) {
        this.scored = scored;
    }

    /** Whether it is one of the thirteen domains that are scored from 1 to 5; the others are topics. */
    public boolean scored() {
        return scored;
    }
}
