package nl.samenzicht.security.database;

import static org.assertj.core.api.BDDAssertions.then;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void a_connection_that_broke_is_found_however_deep_it_lies() {
        var broken = new RuntimeException(new IllegalStateException(new SQLNonTransientConnectionException("socket")));
        then(Outage.behind(broken)).hasValue(Outage.DATABASE);
        then(Outage.behind(new RuntimeException(new SQLException("gone", "08S01"))))
                .hasValue(Outage.DATABASE);
    }

    @Test
    void what_fails_for_another_reason_is_no_outage() {
        then(Outage.behind(new SQLIntegrityConstraintViolationException("twice", "23000")))
                .isEmpty();
        then(Outage.behind(new NullPointerException())).isEmpty();
        then(Outage.behind(null)).isEmpty();
    }
}
