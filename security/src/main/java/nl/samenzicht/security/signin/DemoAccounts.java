package nl.samenzicht.security.signin;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.samenzicht.security.database.DatabaseReady;
import nl.samenzicht.security.directory.DemoDirectory;
import nl.samenzicht.security.directory.DemoDirectory.DemoPerson;
import nl.samenzicht.security.directory.Directory;
import org.eclipse.microprofile.config.Config;

/** Gives the made-up people one known password, in demo mode only, and says who they are. */
@ApplicationScoped
public class DemoAccounts {
    /** The one password of all made-up people. */
    public static final String PASSWORD = "samen-in-zicht";

    private final Directory directory;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Config config;
    private final Clock clock;
    private volatile boolean demo;

    protected DemoAccounts() {
        this(null, null, null, null, null);
    }

    @Inject
    DemoAccounts(Directory directory, Accounts accounts, Passwords passwords, Config config, Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.passwords = passwords;
        this.config = config;
        this.clock = clock;
    }

    /** Returns the made-up people to choose from; nobody outside demo mode. */
    public List<DemoPerson> people() {
        return demo ? DemoDirectory.people() : List.of();
    }

    @Transactional
    void seed(@Observes @Priority(1100) DatabaseReady ready) {
        demo = ready.mode() == DatabaseReady.Mode.DEMO;
        if (!demo) {
            return;
        }
        String hash = null;
        for (var person : DemoDirectory.people()) {
            var id = directory.withUserName(person.userName()).orElseThrow().id();
            if (!accounts.hasPassword(id)) {
                hash = hash == null ? passwords.hash(PASSWORD.toCharArray()) : hash;
                accounts.setPassword(id, hash, clock.instant());
            }
        }
        config.getOptionalValue("samenzicht.home", String.class).ifPresent(home -> write(Path.of(home)));
    }

    /** For whoever started the product to show. */
    private static void write(Path home) {
        var lines = new ArrayList<String>();
        lines.add("Everybody here is made up and has the password:  " + PASSWORD);
        String agency = "";
        for (var person : DemoDirectory.people()) {
            if (!person.agency().equals(agency)) {
                agency = person.agency();
                lines.add("");
                lines.add(agency);
            }
            lines.add("  %-36s %s"
                    .formatted(
                            person.userName(),
                            person.functions().stream()
                                    .map(function -> function.name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', ' '))
                                    .collect(Collectors.joining(", "))));
        }
        try {
            Files.write(home.resolve("demo-accounts.txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
