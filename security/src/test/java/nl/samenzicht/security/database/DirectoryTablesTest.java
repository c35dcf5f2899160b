package nl.samenzicht.security.database;

import static org.assertj.core.api.BDDAssertions.then;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of the directory take every kind of agency and every function that the product knows. */
class DirectoryTablesTest {
    private static Connection owner;

    @BeforeAll
    static void a_database() throws Exception {
        var source = TestMariaDb.source(TestMariaDb.newSchema("directory"));
        Flyway.configure(DirectoryTablesTest.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/security")
                .load()
                .migrate();
        owner = source.getConnection();
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
    }

    private static UUID agency(AgencyType type) throws SQLException {
        var id = UUID.randomUUID();
        try (var insert = owner.prepareStatement(
                "insert into agency (id, name, type, from_at, demo, version) values (?, ?, ?, utc_timestamp(6), false, 1)")) {
            insert.setString(1, id.toString());
            insert.setString(2, type + " " + id);
            insert.setString(3, type.name());
            then(insert.executeUpdate()).isOne();
        }
        return id;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(AgencyType.class)
    void an_agency_of_every_type_can_take_part(AgencyType type) throws SQLException {
        agency(type);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Function.class)
    void every_function_can_be_held(Function function) throws SQLException {
        // given
        var person = UUID.randomUUID();
        try (var insert = owner.prepareStatement(
                "insert into professional"
                        + " (id, agency_id, display_name, user_name, from_at, version) values (?, ?, 'P', ?, utc_timestamp(6), 1)")) {
            insert.setString(1, person.toString());
            insert.setString(2, agency(AgencyType.MUNICIPALITY).toString());
            insert.setString(3, person + "@example");
            insert.executeUpdate();
        }
        // when
        try (var insert = owner.prepareStatement(
                "insert into function_holding"
                        + " (id, professional_id, held_function, proposed_at, version, mac) values (?, ?, ?, utc_timestamp(6), 1, '')")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, person.toString());
            insert.setString(3, function.name());
            // then
            then(insert.executeUpdate()).isOne();
        }
    }
}
