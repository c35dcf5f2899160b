package nl.samenzicht.launch;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * How MariaDB's programs reach the schema.
 *
 * @param url as the application uses it, {@code jdbc:mariadb://host:port/schema?…}
 */
record DatabaseAccess(String url, String user, String password) {
    private static final int DEFAULT_PORT = 3306;

    /** The account of an external database that may change the schema. */
    static DatabaseAccess external(String url, Map<String, String> environment) {
        return new DatabaseAccess(
                url,
                environment.get("SAMENZICHT_DB_MIGRATION_USER"),
                environment.get("SAMENZICHT_DB_MIGRATION_PASSWORD"));
    }

    String schema() {
        return parsed().getPath().substring(1);
    }

    /** What stands in the options file of MariaDB's programs; TLS as the URL asks for it. */
    String options() {
        var text = new StringBuilder("[client]\nprotocol=TCP\n");
        var parsed = parsed();
        line(text, "host", parsed.getHost());
        line(text, "port", Integer.toString(parsed.getPort() < 0 ? DEFAULT_PORT : parsed.getPort()));
        line(text, "user", user);
        line(text, "password", password);
        var asked = parameters(parsed);
        switch (asked.getOrDefault("sslMode", "disable")) {
            case "disable" -> text.append("skip-ssl\n");
            case "trust" -> text.append("ssl\nskip-ssl-verify-server-cert\n");
            default -> text.append("ssl\nssl-verify-server-cert\n");
        }
        if (asked.containsKey("serverSslCert")) {
            line(text, "ssl-ca", asked.get("serverSslCert"));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name)
                .append("=\"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\n");
    }

    private URI parsed() {
        return URI.create(url.substring("jdbc:".length()));
    }

    private static Map<String, String> parameters(URI parsed) {
        var parameters = new TreeMap<String, String>();
        if (parsed.getQuery() != null) {
            for (String each : parsed.getQuery().split("&")) {
                int equals = each.indexOf('=');
                if (equals > 0) {
                    parameters.put(each.substring(0, equals), each.substring(equals + 1));
                }
            }
        }
        return parameters;
    }
}
