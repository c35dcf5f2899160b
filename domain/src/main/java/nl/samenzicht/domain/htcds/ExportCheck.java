package nl.samenzicht.domain.htcds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.policy.Reason;

/**
 * What a file holds, or would hold.
 *
 * @param cases in the order of the rows
 * @param refused the cases of which nothing may leave, with the reason that may be told
 * @param columns the standard's headings, each with in how many rows it is filled
 * @param stays how many values stay, by why: {@code MAY_NAME_SOMEBODY}, {@code NOT_NEEDED} or {@code NOT_IN_STANDARD}
 */
public record ExportCheck(
        List<CaseOut> cases, List<Refused> refused, Map<String, Integer> columns, Map<String, Integer> stays) {
    public ExportCheck {
        cases = List.copyOf(cases);
        refused = List.copyOf(refused);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        stays = Map.copyOf(stays);
    }

    /** One case that leaves, and how many values of it. */
    public record CaseOut(CaseName name, int values) {}

    /** One case of which nothing leaves. */
    public record Refused(CaseName name, Reason told) {}
}
