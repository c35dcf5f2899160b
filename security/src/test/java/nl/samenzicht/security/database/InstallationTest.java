package nl.samenzicht.security.database;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.sql.Connection;
import nl.samenzicht.security.database.DatabaseReady.Mode;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstallationTest {
    private Connection owner;

    @BeforeEach
    void an_empty_database() throws Exception {
        var source = TestMariaDb.source(TestMariaDb.newSchema("installation"));
        Flyway.configure(getClass().getClassLoader())
                .dataSource(source)
                .locations("classpath:db/security")
                .target("1")
                .load()
                .migrate();
        owner = source.getConnection();
    }

    @AfterEach
    void close() throws Exception {
        owner.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Mode.class)
    void a_database_keeps_the_mode_in_which_it_was_begun(Mode mode) throws Exception {
        then(Installation.begun(owner, mode)).isEqualTo(mode);
        then(Installation.begun(owner, mode)).isEqualTo(mode);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Mode.class)
    void and_refuses_the_other(Mode mode) throws Exception {
        // given
        var other = mode == Mode.DEMO ? Mode.PRODUCTION : Mode.DEMO;
        Installation.begun(owner, mode);
        // then
        thenThrownBy(() -> Installation.begun(owner, other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(mode.name())
                .hasMessageContaining(other.name());
        then(Installation.begun(owner, mode)).isEqualTo(mode);
    }

    @Test
    void it_has_one_mode_even_for_who_writes_in_the_table() throws Exception {
        Installation.begun(owner, Mode.PRODUCTION);
        thenThrownBy(() -> owner.createStatement()
                        .execute("insert into installation values (2, 'DEMO', utc_timestamp(6))"))
                .hasMessageContaining("ck_installation_one");
    }
}
