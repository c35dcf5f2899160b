package nl.samenzicht.launch;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;

/** What MariaDB's programs are told follows from the address that the application uses. */
class DatabaseAccessTest {
    private static DatabaseAccess to(String url) {
        return new DatabaseAccess("jdbc:mariadb://" + url, "sz_migration", "a\"b\\c");
    }

    @Test
    void host_port_schema_and_account_are_those_of_the_application() {
        var access = to("db.example:3307/samenzicht?timezone=UTC");
        then(access.schema()).isEqualTo("samenzicht");
        then(access.options())
                .contains("host=\"db.example\"\n", "port=\"3307\"\n", "user=\"sz_migration\"\n")
                .contains("password=\"a\\\"b\\\\c\"\n");
        then(to("db.example/samenzicht").options()).contains("port=\"3306\"\n");
    }

    @Test
    void tls_is_as_strict_as_the_application_wants_it() {
        then(to("db/s?sslMode=verify-full&serverSslCert=/etc/ca.pem").options())
                .contains("\nssl-verify-server-cert\n", "ssl-ca=\"/etc/ca.pem\"\n");
        then(to("db/s?sslMode=trust").options()).contains("\nssl\n", "\nskip-ssl-verify-server-cert\n");
        then(to("db/s?sslMode=disable").options()).contains("\nskip-ssl\n");
    }
}
