package nl.samenzicht.domain.report;

import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** What CoMensha is asked to do; each is a task of its own with a ground of its own. */
public enum ReportTask {
    /** Count the victim in the national registration. */
    REGISTRATION(Purpose.REGISTRATION, DataCategory.SIGNAL),
    /** Find a place in a shelter; only with consent. */
    PLACEMENT(Purpose.PLACEMENT, DataCategory.IDENTITY);

    private final Purpose purpose;
    private final DataCategory category;

    ReportTask(Purpose purpose, DataCategory category) {
        this.purpose = purpose;
        this.category = category;
    }

    /** The purpose for which all of it is done. */
    public Purpose purpose() {
        return purpose;
    }

    /** The category under which the rulebook speaks of such a report as a whole. */
    public DataCategory category() {
        return category;
    }
}
