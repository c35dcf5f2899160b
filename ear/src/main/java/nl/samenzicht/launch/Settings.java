package nl.samenzicht.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says. Each name is {@code SAMENZICHT_…}; {@code docs/OPERATING.md} lists them.
 *
 * @param home where data, secrets and logs are kept between runs
 * @param address the address to listen on; loopback unless told otherwise
 * @param port the port to listen on
 * @param mode demo or production
 * @param external the database of the operator, or nothing for the embedded one
 */
record Settings(Path home, String address, int port, Mode mode, Optional<String> external) {
    enum Mode {
        DEMO,
        PRODUCTION
    }

    private static final List<String> DATABASE_ACCOUNTS = List.of("APP", "LEDGER", "MIGRATION");

    /**
     * Reads the environment. Demo happens only when neither production nor a database of one's own is asked for, so
     * that it cannot be on by accident.
     */
    static Settings of(Map<String, String> environment) {
        var external = given(environment, "SAMENZICHT_DB_URL");
        external.ifPresent(url -> {
            if (!url.startsWith("jdbc:mariadb:")) {
                throw new CannotStart("SAMENZICHT_DB_URL is '" + url + "' and must begin with 'jdbc:mariadb:'.");
            }
            for (String account : DATABASE_ACCOUNTS) {
                for (String part : List.of("USER", "PASSWORD")) {
                    String name = "SAMENZICHT_DB_" + account + "_" + part;
                    if (given(environment, name).isEmpty()) {
                        throw new CannotStart("SAMENZICHT_DB_URL is given, and " + name
                                + " is not. An external database needs three accounts; see docs/OPERATING.md.");
                    }
                }
            }
        });
        return new Settings(
                Path.of(given(environment, "SAMENZICHT_HOME").orElse("data"))
                        .toAbsolutePath()
                        .normalize(),
                given(environment, "SAMENZICHT_ADDRESS").orElse("127.0.0.1"),
                port(given(environment, "SAMENZICHT_PORT").orElse("8080")),
                mode(given(environment, "SAMENZICHT_MODE"), external.isPresent()),
                external);
    }

    private static Mode mode(Optional<String> asked, boolean ownDatabase) {
        if (asked.isEmpty()) {
            return ownDatabase ? Mode.PRODUCTION : Mode.DEMO;
        }
        return switch (asked.get()) {
            case "production" -> Mode.PRODUCTION;
            case "demo" -> {
                if (ownDatabase) {
                    throw new CannotStart("SAMENZICHT_MODE is 'demo' and SAMENZICHT_DB_URL is given. "
                            + "Demo people only go into the embedded database; leave one of the two out.");
                }
                yield Mode.DEMO;
            }
            default ->
                throw new CannotStart("SAMENZICHT_MODE is '" + asked.get() + "'; it can be 'production' or 'demo'.");
        };
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new CannotStart("SAMENZICHT_PORT is '" + text + "'; it must be a number from 1 to 65535.");
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::trim).filter(value -> !value.isEmpty());
    }

    Path secrets() {
        return home.resolve("secrets");
    }

    Path logs() {
        return home.resolve("logs");
    }

    String url() {
        boolean everywhere = address.equals("0.0.0.0") || address.equals("::");
        return "http://" + (everywhere ? "127.0.0.1" : address) + ":" + port + "/";
    }
}
