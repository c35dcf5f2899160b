package nl.samenzicht.security.policy;

import static nl.samenzicht.security.policy.Condition.allOf;
import static nl.samenzicht.security.policy.Condition.anyOf;
import static nl.samenzicht.security.policy.Condition.has;
import static nl.samenzicht.security.policy.Condition.in;
import static nl.samenzicht.security.policy.Condition.not;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionSqlTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final ConditionSql.Columns columns = ConditionSql.Columns.none()
            .column(Dimension.RELATION, "i.relation")
            .nullableColumn(Dimension.GROUND, "s.ground")
            .flag(Flag.EMBARGOED, "i.embargoed = 1")
            .window("s.valid_from", "s.valid_until");

    @Test
    void writes_terms_as_parameters_never_as_text() {
        var sql = sql(allOf(in(Relation.OWN, Relation.SHARED), in(Ground.CONSENT)));

        then(sql.text()).isEqualTo("(i.relation in (?, ?) and s.ground = ?)");
        then(sql.parameters()).containsExactly("OWN", "SHARED", "CONSENT");
    }

    @Test
    void alternatives_stand_in_brackets() {
        then(sql(anyOf(in(Relation.OWN), in(Ground.CONSENT))).text()).isEqualTo("(i.relation = ? or s.ground = ?)");
        then(sql(not(anyOf(in(Relation.OWN), in(Relation.SHARED)))).text()).doesNotContain("()");
    }

    @Test
    void a_column_that_may_be_null_is_outside_every_set() {
        then(sql(not(in(Ground.CONSENT))).text()).isEqualTo("(s.ground is null or s.ground <> ?)");
        then(sql(not(in(Ground.CONSENT, Ground.WGS))).text()).isEqualTo("(s.ground is null or s.ground not in (?, ?))");
    }

    @Test
    void a_column_that_is_never_null_is_simply_outside() {
        then(sql(not(in(Relation.NONE))).text()).isEqualTo("i.relation <> ?");
    }

    @Test
    void the_window_is_half_open() {
        var sql = sql(new Condition.WindowOpen(NOW));

        then(sql.text()).isEqualTo("(s.valid_from <= ? and s.valid_until > ?)");
        then(sql.parameters()).containsExactly(NOW, NOW);
    }

    @Test
    void a_window_that_is_not_there_is_closed() {
        var sql = sql(not(new Condition.WindowOpen(NOW)));

        then(sql.text())
                .isEqualTo("(s.valid_from is null or s.valid_until is null or s.valid_from > ? or s.valid_until <= ?)");
        then(sql.parameters()).containsExactly(NOW, NOW);
    }

    @Test
    void moments_are_given_as_the_caller_says() {
        var inSeconds = columns.moments(Instant::getEpochSecond);

        then(ConditionSql.of(new Condition.WindowOpen(NOW), inSeconds).parameters())
                .containsExactly(NOW.getEpochSecond(), NOW.getEpochSecond());
        then(ConditionSql.of(not(new Condition.WindowOpen(NOW)), inSeconds).parameters())
                .containsExactly(NOW.getEpochSecond(), NOW.getEpochSecond());
    }

    @Test
    void not_moves_inwards_to_where_null_is_known() {
        var sql = sql(not(anyOf(in(Ground.CONSENT), allOf(in(Relation.OWN), has(Flag.EMBARGOED)))));

        then(sql.text())
                .isEqualTo("((s.ground is null or s.ground <> ?) and (i.relation <> ? or not (i.embargoed = 1)))");
        then(sql.parameters()).containsExactly("CONSENT", "OWN");
    }

    @Test
    void always_never_and_the_empty_set_need_no_column() {
        then(sql(Condition.always()).text()).isEqualTo("1 = 1");
        then(sql(Condition.never()).text()).isEqualTo("1 = 0");
        then(sql(new Condition.In(Dimension.RELATION, Set.of())).text()).isEqualTo("1 = 0");
        then(sql(new Condition.Not(new Condition.In(Dimension.GROUND, Set.of())))
                        .text())
                .isEqualTo("not 1 = 0");
    }

    @Test
    void says_what_has_no_column() {
        var none = ConditionSql.Columns.none();

        thenThrownBy(() -> ConditionSql.of(in(Regime.WPG), none)).hasMessageContaining("REGIME");
        thenThrownBy(() -> ConditionSql.of(has(Flag.RESTRICTED), none)).hasMessageContaining("RESTRICTED");
        thenThrownBy(() -> ConditionSql.of(new Condition.WindowOpen(NOW), none)).hasMessageContaining("window");
        thenThrownBy(() -> ConditionSql.of(not(new Condition.WindowOpen(NOW)), none))
                .hasMessageContaining("window");
    }

    private ConditionSql sql(Condition condition) {
        var sql = ConditionSql.of(condition, columns);
        then(sql.parameters())
                .hasSize((int) sql.text().chars().filter(c -> c == '?').count());
        return sql;
    }

    @Test
    void copies_its_parameters() {
        then(new ConditionSql("1 = 1", new java.util.ArrayList<>(List.of("a"))).parameters())
                .containsExactly("a");
    }
}
