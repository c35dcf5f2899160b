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
 * <p>The engine is asked once for each state that a participation can have. Where it says that no case
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
        if (engine.filter(asked.question()) instanceof Condition.False) {
            return new Query("", List.of());
        }
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
            parts.add(casesWithout(asked.user(), without, otherwise, parameters) + tail);
        }
        var alike = new LinkedHashMap<Condition, List<String>>();
        otherwise.forEach(state ->
                alike.computeIfAbsent(conditions.get(state), any -> new ArrayList<>()).add(state));
        alike.forEach((condition, states) -> {
            if (!(condition instanceof Condition.False)) {
                parts.add(casesOf(asked.user(), condition, states, parameters) + tail);
            }
        });
        var text = parts.size() == 1
                ? parts.get(0)
                : "(" + String.join(") union all (", parts) + ")" + tail;
        return new Query(text, parameters);
    }

    /** What the engine asks of a case, for each state in which the user may stand to it. */
    private Map<String, Condition> byState(Question question) {
        var conditions = new LinkedHashMap<String, Condition>();
        for (var state : engine.rulebook().vocabulary().terms(Dimension.PARTICIPATION)) {
            conditions.put(
                    state,
                    engine.filter(question.but()
                            .with(Dimension.PARTICIPATION, state)
                            .build()));
        }
        return conditions;
    }

    private String casesWithout(String user, Condition condition, List<String> otherwise, List<Object> parameters) {
        var columns = ConditionSql.Columns.none()
                .column(Dimension.GROUND, "c.ground")
                .column(Dimension.CONSENT, "c.consent")
                .moments(CaseTables::moment)
                .window("null", "null");
        var sql = ConditionSql.of(condition, columns);
        var text = "select c.id as case_id from %s c where %s".formatted(tables.caseTable(), sql.text());
        parameters.addAll(sql.parameters());
        if (otherwise.isEmpty()) {
            return text;
        }
        parameters.add(user);
        parameters.addAll(otherwise);
        return text
                + " and c.id not in (select p.case_id from %s p where p.user_id = ? and p.state in (%s))"
                        .formatted(tables.participationTable(), marks(otherwise));
    }

    private String casesOf(String user, Condition condition, List<String> states, List<Object> parameters) {
        var columns = ConditionSql.Columns.none()
                .column(Dimension.GROUND, "p.ground")
                .column(Dimension.CONSENT, "p.consent")
                .moments(CaseTables::moment)
                .window("p.valid_from", "p.valid_until");
        var sql = ConditionSql.of(condition, columns);
        parameters.add(user);
        parameters.addAll(states);
        parameters.addAll(sql.parameters());
        return "select p.case_id from %s p where p.user_id = ? and p.state in (%s) and %s"
                .formatted(tables.participationTable(), marks(states), sql.text());
    }

    private static String marks(List<String> values) {
        return String.join(", ", values.stream().map(value -> "?").toList());
    }
}
