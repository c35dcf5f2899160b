package nl.samenzicht.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked of an installation besides to start: {@code backup} and {@code restore}. */
public final class Commands {
    private static final String USAGE = """
            java -jar samenzicht.jar                                   starts
            java -jar samenzicht.jar backup FOLDER KEY-FOLDER          writes the data and, apart, the keys; while it runs, too
            java -jar samenzicht.jar restore DATA-FILE KEY-FILE --by NAME --why REASON [--checkpoints FOLDER]
                                                                       puts them back; it must not run
            Settings come from the environment, such as SAMENZICHT_PORT=8090; docs/OPERATING.md lists them.""";

    private final Settings settings;
    private final Map<String, String> environment;
    private final PrintStream screen;
    private final Home home;

    private Commands(Map<String, String> environment, PrintStream screen) {
        this.settings = Settings.of(environment);
        this.environment = environment;
        this.screen = screen;
        this.home = new Home(settings.home());
    }

    /** Does what was asked, or says why not and leaves with code 1. */
    public static void main(String... arguments) throws Exception {
        try {
            var commands = new Commands(System.getenv(), System.out);
            switch (arguments[0]) {
                case "backup" -> commands.backup(arguments);
                case "restore" -> commands.restore(arguments);
                default -> throw new CannotStart("'" + arguments[0] + "' is not understood.\n" + USAGE);
            }
        } catch (CannotStart e) {
            notDone(e.getMessage(), arguments);
        } catch (IOException e) {
            // such as a folder that may not be written, or a disk that is full
            notDone(e.toString(), arguments);
        }
    }

    private static void notDone(String why, String... arguments) {
        System.err.println();
        System.err.println("This was not done: " + String.join(" ", arguments));
        System.err.println(why);
        System.exit(1);
    }

    private void backup(String... arguments) throws Exception {
        if (arguments.length != 3) {
            throw new CannotStart("A backup takes two folders.\n" + USAGE);
        }
        Path data = Path.of(arguments[1]).toAbsolutePath();
        Path keys = Path.of(arguments[2]).toAbsolutePath();
        Backup.refuseOnePlace(data, keys);
        if (!settings.home().resolve(Backup.KEYS).toFile().isDirectory()) {
            throw new CannotStart("There are no keys in " + settings.home()
                    + ", so nothing was ever started there. Name the folder with SAMENZICHT_HOME.");
        }
        var backup = new Backup(settings, Passphrase.chosen(environment), screen);
        if (home.take()) {
            home.refuseHalfRestored();
            with(tools -> backup.write(data, keys, tools));
        } else {
            try (var tools = tools(settings.external().isPresent() ? external() : Database.running(settings))) {
                backup.write(data, keys, tools);
            }
        }
    }

    private void restore(String... arguments) throws Exception {
        var given = new ArrayList<>(Arrays.asList(arguments));
        String by = option(given, "--by").orElseThrow(() -> new CannotStart("Say who restores, with --by.\n" + USAGE));
        String why = option(given, "--why").orElseThrow(() -> new CannotStart("Say why, with --why.\n" + USAGE));
        Path later = option(given, "--checkpoints").map(Path::of).orElse(null);
        if (given.size() != 3) {
            throw new CannotStart("A restore takes two files.\n" + USAGE);
        }
        home.make();
        if (!home.take()) {
            throw new CannotStart("Samenzicht runs on " + settings.home() + ". Stop it first.");
        }
        var restore = new Restore(settings, home, Passphrase.given(environment), screen);
        try {
            restore.read(Path.of(given.get(1)), Path.of(given.get(2)), later);
            if (settings.external().isPresent()) {
                with(tools -> {
                    if (!tools.nothingThere()) {
                        throw new CannotStart(
                                "The schema is not empty. Set the old one aside, make an empty one with the same"
                                        + " accounts, and try again.");
                    }
                });
            }
            restore.apply(sql -> with(tools -> tools.load(sql)), later, by, why);
        } finally {
            restore.clean();
        }
        screen.println(
                "It is back. Start Samenzicht as always: before anybody is let in it destroys again what was destroyed"
                        + " since, ends all sessions, and puts in the log that you restored it, and why.");
    }

    private static Optional<String> option(List<String> given, String name) {
        int at = given.indexOf(name);
        if (at < 0 || at + 1 >= given.size() || given.get(at + 1).isBlank()) {
            return Optional.empty();
        }
        given.remove(at);
        return Optional.of(given.remove(at).strip());
    }

    private interface Work {
        void with(DatabaseTools tools) throws Exception;
    }

    /** Works on the database, which is started for it when it is ours. */
    private void with(Work work) throws Exception {
        if (settings.external().isPresent()) {
            try (var tools = tools(external())) {
                work.with(tools);
            }
            return;
        }
        Launch.logToFiles(settings);
        try (var database = Database.embedded(settings);
                var tools = tools(database.access())) {
            work.with(tools);
        }
    }

    private DatabaseAccess external() {
        return DatabaseAccess.external(settings.external().orElseThrow(), environment);
    }

    private DatabaseTools tools(DatabaseAccess access) throws Exception {
        Path folder = settings.home().resolve("mariadb");
        Secrets.privateFolder(folder);
        Path programs = folder.resolve("programs");
        EmbeddedMariaDb.unpack(programs);
        return new DatabaseTools(programs, folder, access);
    }
}
