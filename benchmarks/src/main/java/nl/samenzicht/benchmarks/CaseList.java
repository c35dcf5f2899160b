package nl.samenzicht.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenzicht.security.policy.AuthzWorkload;
import nl.samenzicht.security.policy.Condition;
import nl.samenzicht.security.policy.ConditionSql;
import nl.samenzicht.security.policy.Dimension;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.Question;

/**
 * One question "which cases may this user see?" as one SQL query.
 *
 * <p>The engine is asked once; its condition is then looked at for each state that a participation can
 * have. Where it says that no case
 * can be seen without taking part, the query walks the user's participations; where a case can be seen
 * without, it walks the cases and leaves out those in which the user's state says otherwise. No decision
 * is taken per row.
 */
final class CaseList {

    private static final String NONE = "NONE";

    private final PolicyEngine engine;
    private final CaseTables tables;

    CaseList(PolicyEngine engine, CaseTables tables) {
        this.engine = engine;
        this.tables = tables;
    }

    /** The query for all cases, or empty text when nobody needs to read a row to know that there are none. */
    record Query(String text, List<Object> parameters) {
        boolean isEmpty() {
            return text.isEmpty();
        }
    }

    Query all(AuthzWorkload.ListQuery asked) {
        return query(asked, "");
    }

    Query page(AuthzWorkload.ListQuery asked, int rows) {
        return query(asked, " order by case_id limit " + rows);
    }

    private Query query(AuthzWorkload.ListQuery asked, String tail) {
        var conditions = byState(asked.question());
        var without = conditions.get(NONE);
        var parts = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        var otherwise = new ArrayList<String>();
        conditions.forEach((state, condition) -> {
            if (!state.equals(NONE) && !condition.equals(without)) {
                otherwise.add(state);
            }
        });
        if (!(without instanceof Condition.False)) {
            parts.add(casesWithout(asked.user(), without, otherwise, !tail.isEmpty(), parameters) + tail);
        }
        var alike = new LinkedHashMap<Condition, List<String>>();
        otherwise.forEach(state -> alike.computeIfAbsent(conditions.get(state), any -> new ArrayList<>())
                .add(state));
        alike.forEach((condition, states) -> {
            if (!(condition instanceof Condition.False)) {
                parts.add(casesOf(asked.user(), condition, states, !tail.isEmpty(), parameters) + tail);
            }
        });
        var text = switch (parts.size()) {
            case 0 -> "";
            case 1 -> parts.get(0);
            default -> "(" + String.join(") union all (", parts) + ")" + tail;
        };
        return new Query(text, parameters);
    }

    /** What the engine asks of a case, for each state in which the user may stand to it. */
    private Map<String, Condition> byState(Question question) {
        var condition = engine.filter(question);
        var conditions = new LinkedHashMap<String, Condition>();
        for (var state : engine.rulebook().vocabulary().terms(Dimension.PARTICIPATION)) {
            conditions.put(state, condition.given(Dimension.PARTICIPATION, state));
        }
        return conditions;
    }

    /**
     * For a whole list the few cases to leave out are looked up once; for a page each case of the page is
     * looked up by itself.
     */
    private String casesWithout(
            String user, Condition condition, List<String> otherwise, boolean page, List<Object> parameters) {
        var columns = ConditionSql.Columns.none()
                .column(Dimension.GROUND, "c.ground")
                .column(Dimension.CONSENT, "c.consent")
                .moments(CaseTables::moment)
                .window("null", "null");
        var sql = ConditionSql.of(condition, columns);
        var cases = "select c.id as case_id from " + tables.caseTable() + " c"
                + (pins(condition, Dimension.GROUND) ? " force index (" + tables.groundIndex() + ")" : "");
        var participations = tables.participationTable() + " p";
        if (otherwise.isEmpty()) {
            parameters.addAll(sql.parameters());
            return cases + " where " + sql.text();
        } else if (page) {
            parameters.add(user);
            parameters.addAll(otherwise);
            parameters.addAll(sql.parameters());
            return cases + " left join " + participations + " force index (" + tables.pageIndex()
                    + ") on p.case_id = c.id and p.user_id = ? and p.state" + among(otherwise)
                    + " where p.case_id is null and " + sql.text();
        }
        parameters.addAll(sql.parameters());
        parameters.add(user);
        parameters.addAll(otherwise);
        return cases + " where " + sql.text() + " and c.id not in (select p.case_id from " + participations
                + " where p.user_id = ? and p.state" + among(otherwise) + ")";
    }

    private String casesOf(
            String user, Condition condition, List<String> states, boolean page, List<Object> parameters) {
        var columns = ConditionSql.Columns.none()
                .column(Dimension.GROUND, "p.ground")
                .column(Dimension.CONSENT, "p.consent")
                .moments(CaseTables::moment)
                .window("p.valid_from", "p.valid_until");
        var sql = ConditionSql.of(condition, columns);
        parameters.add(user);
        parameters.addAll(states);
        parameters.addAll(sql.parameters());
        var inOrder = pins(condition, Dimension.GROUND) && pins(condition, Dimension.CONSENT);
        var index =
                inOrder || (!page && speaksOf(condition, Dimension.GROUND)) ? tables.listIndex() : tables.pageIndex();
        return "select p.case_id from " + tables.participationTable() + " p force index (" + index
                + ") where p.user_id = ? and p.state"
                + among(states) + " and " + sql.text();
    }

    /** Whether the condition leaves this dimension one value, so that an index can go on to the next column. */
    private static boolean pins(Condition condition, Dimension dimension) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().anyMatch(part -> pins(part, dimension));
        }
        return condition instanceof Condition.In in
                && in.dimension() == dimension
                && in.terms().size() == 1;
    }

    private static boolean speaksOf(Condition condition, Dimension dimension) {
        return condition instanceof Condition.And and
                ? and.parts().stream().anyMatch(part -> speaksOf(part, dimension))
                : condition instanceof Condition.In in && in.dimension() == dimension;
    }

    private static String among(List<String> values) {
        return values.size() == 1 ? " = ?" : " in (?" + ", ?".repeat(values.size() - 1) + ")";
    }
}
