package nl.samenzicht.domain.report;

import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.security.policy.DataCategory;

/**
 * One field of a report.
 *
 * @param definition how it is checked, edited and named
 * @param from the field of the case from which it is filled
 * @param tasks the tasks that need it
 * @param requiredFor the tasks that cannot do without it
 */
public record ReportField(
        FieldDefinition definition,
        Optional<Source> from,
        ReportLevel level,
        Set<ReportTask> tasks,
        Set<ReportTask> requiredFor) {

    /** A field of the case. */
    public record Source(DataCategory category, String key) {}

    public ReportField {
        tasks = Set.copyOf(tasks);
        requiredFor = Set.copyOf(requiredFor);
    }

    /** The key of the field. */
    public String key() {
        return definition.key();
    }
}
