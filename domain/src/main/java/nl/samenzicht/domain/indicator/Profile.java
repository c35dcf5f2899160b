package nl.samenzicht.domain.indicator;

import java.util.Map;
import java.util.Optional;

/** For whom and for which kind of exploitation an indicator is weighed: the four lists of the Delphi survey. */
public enum Profile {
    ADULT_LABOUR(null),
    CHILD_LABOUR(null),
    ADULT_SEXUAL(ADULT_LABOUR),
    CHILD_SEXUAL(CHILD_LABOUR);

    private final Profile standIn;

    Profile(Profile standIn) {
        this.standIn = standIn;
    }

    /** Whether this is the list for minors, for whom no means are needed (273f Sr, paragraph 1 under 2). */
    public boolean isChild() {
        return this == CHILD_LABOUR || this == CHILD_SEXUAL;
    }

    /**
     * The list that a signal points to; whoever weighs it chooses another when it is not the one. There is no list for other
     * forms than these two, so the one for labour serves them.
     *
     * @param said values of a signal by field key
     */
    public static Profile pointedTo(Map<String, String> said) {
        var sexual = said.getOrDefault("exploitation", "").startsWith("SEXUAL");
        if ("YES".equals(said.get("minor"))) {
            return sexual ? CHILD_SEXUAL : CHILD_LABOUR;
        }
        return sexual ? ADULT_SEXUAL : ADULT_LABOUR;
    }

    /** The list whose weights stand in where this one is not known; empty for a list that is known whole. */
    Optional<Profile> standIn() {
        return Optional.ofNullable(standIn);
    }
}
