package nl.samenzicht.domain.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.DataCategory;

/**
 * What a new report begins with: filled in from what one's own agency recorded in the case, and what is still missing.
 *
 * @param fields the fields of the task in the order of the form
 * @param filled value by field key
 * @param readFrom the categories that something was filled in from
 * @param missing the fields that the task cannot do without and that nothing was found for
 */
public record ReportStart(
        ReportTask task,
        AgencyCard receiver,
        List<ReportField> fields,
        Map<String, String> filled,
        Set<DataCategory> readFrom,
        List<String> missing,
        ReportGrounds grounds) {
    public ReportStart {
        fields = List.copyOf(fields);
        filled = Map.copyOf(filled);
        readFrom = Set.copyOf(readFrom);
        missing = List.copyOf(missing);
    }
}
