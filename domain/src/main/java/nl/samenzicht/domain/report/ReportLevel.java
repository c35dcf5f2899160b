package nl.samenzicht.domain.report;

import java.util.Optional;
import nl.samenzicht.security.policy.DataCategory;
import org.jspecify.annotations.Nullable;

/** When a field may be in a report. */
public enum ReportLevel {
    /** Always, also without a ground: a code out of a short list that many people share. */
    OPEN(null),
    /** Only with a ground. */
    GROUND(null),
    /** Only with a ground, and where the rulebook lets this reporter name people. */
    IDENTITY(DataCategory.IDENTITY),
    /** Only with consent for the risk assessment. */
    SAFETY(DataCategory.RISK),
    /** Only with consent for health; care needs, never a diagnosis. */
    CARE(DataCategory.HEALTH);

    private final @Nullable DataCategory category;

    ReportLevel(@Nullable DataCategory category) {
        this.category = category;
    }

    /** The category of which the ground is asked apart; empty when it leaves with the report itself. */
    Optional<DataCategory> category() {
        return Optional.ofNullable(category);
    }
}
