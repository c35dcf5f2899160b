package nl.samenzicht.launch;

import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The story of one start, from the first check to the address on the screen, and of the stop. */
public final class Launch {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** The deployment is over when we ask, so an answer that is not the file's will not get better. */
    private static final int REFUSALS = 5;

    private static final Pattern CAUSE =
            Pattern.compile(".*(?:IllegalStateException|FlywayException|KeyFailure): (.+)");

    private final Settings settings;
    private final PrintStream screen;
    private final Home home;

    private Launch(Settings settings, PrintStream screen) {
        this.settings = settings;
        this.screen = screen;
        this.home = new Home(settings.home());
    }

    /** Starts, or does what the arguments ask for, or says why not and leaves with code 1. */
    public static void main(String[] arguments) throws Exception {
        try {
            if (arguments.length > 0) {
                Apart.with("backup", "database")
                        .loadClass("nl.samenzicht.launch.Commands")
                        .getMethod("main", String[].class)
                        .invoke(null, (Object) arguments);
                return;
            }
            new Launch(Settings.of(System.getenv()), System.out).start();
        } catch (CannotStart e) {
            System.err.println();
            System.err.println("Samenzicht did not start.");
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void start() throws Exception {
        long began = System.nanoTime();
        checkPort();
        prepareFolders();
        screen.println("Samenzicht starts"
                + (settings.mode() == Settings.Mode.DEMO ? ", with made-up people and cases." : "."));
        Server.compileLess(configuration("compiler.json"));
        var lastStart = new LastStart(settings.home());
        var classes = new FutureTask<>(() -> unpackServer(lastStart));
        new Thread(classes, "server-classes").start();
        Database database = settings.external().isPresent() ? Database.external() : startEmbedded();
        var stopping = new Stopping(database);
        Runtime.getRuntime().addShutdownHook(new Thread(stopping, "stop"));
        database.keepAlive(screen, () -> System.exit(1));
        database.properties().forEach(System::setProperty);
        System.setProperty("samenzicht.home", settings.home().toString());
        System.setProperty("samenzicht.mode", settings.mode().name().toLowerCase(java.util.Locale.ROOT));
        screen.println("  application …");
        stopping.server = startServer(classes.get());
        boolean answers = answers();
        Server.compileAll();
        if (!answers) {
            throw new CannotStart("The application could not be put at " + settings.url() + ". Why is in "
                    + settings.logs().resolve("samenzicht.0.log") + lastFailure() + "\n");
        }
        lastStart.keep(classes.get().found());
        sayReady(Duration.ofNanos(System.nanoTime() - began));
    }

    private Database startEmbedded() throws Exception {
        boolean first = !Files.isDirectory(settings.home().resolve("mariadb").resolve("data"));
        screen.println("  database …" + (first ? " (unpacked and made at the first start, this takes longer)" : ""));
        return Database.embedded(settings);
    }

    private ServerClasses unpackServer(LastStart lastStart) throws Exception {
        var classes = Server.unpack(serverRoot().resolve("jars"), lib().resolve("beside"));
        lastStart.loadAgain(classes);
        return classes;
    }

    private PayaraMicroBoot startServer(ServerClasses classes) throws Exception {
        try {
            return Server.start(classes, serverArguments());
        } catch (InvocationTargetException e) {
            // somebody may have come in between
            checkPort();
            throw new CannotStart("The server did not start. Why is in "
                    + settings.logs().resolve("samenzicht.0.log") + lastFailure() + "\n");
        }
    }

    private void checkPort() throws IOException {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()));
        } catch (BindException e) {
            throw new CannotStart("Port " + settings.port() + " at " + settings.address() + " is taken or not ours ("
                    + e.getMessage() + ").\nStop what uses it, or choose another: SAMENZICHT_PORT="
                    + (settings.port() + 10)
                    + " java -jar samenzicht.jar");
        }
    }

    private void prepareFolders() throws IOException {
        home.make();
        if (!home.take()) {
            throw new CannotStart("The folder " + settings.home() + " is in use by another Samenzicht that runs now. "
                    + "Stop that one, or choose another folder with SAMENZICHT_HOME.");
        }
        home.refuseHalfRestored();
        Secrets.privateFolder(settings.secrets());
        Path server = serverRoot();
        // Payara Micro deploys what it finds in its folder once more, so it gets an empty one each time
        Home.wipe(server);
        Files.createDirectories(server);
        Files.writeString(configuration("preboot.txt"), commands("preboot.txt"));
        Files.writeString(configuration("logging.properties"), logToFiles(settings));
        Files.writeString(configuration("compiler.json"), text("compiler.json"));
    }

    /** Lets the database write its own log, until a server takes over; returns how it is set. */
    static String logToFiles(Settings settings) throws IOException {
        Secrets.privateFolder(settings.logs());
        String logging =
                text("logging.properties").replace("${logs}", settings.logs().toString());
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(
                        logging.replace("/samenzicht.", "/start.").getBytes(StandardCharsets.UTF_8)));
        return logging;
    }

    private String[] serverArguments() throws Exception {
        Path application = lib().resolve("application");
        if (!Files.isDirectory(application)) {
            throw new CannotStart(
                    "The folder " + application + " is missing; build with 'mvn -q -DskipTests package'.");
        }
        return List.of(
                        "--port",
                        Integer.toString(settings.port()),
                        "--nohazelcast",
                        "--disablephonehome",
                        "--rootdir",
                        serverRoot().toString(),
                        "--prebootcommandfile",
                        configuration("preboot.txt").toString(),
                        "--logproperties",
                        configuration("logging.properties").toString(),
                        "--contextroot",
                        "/",
                        "--deploy",
                        application.toString())
                .toArray(String[]::new);
    }

    private static Path lib() throws Exception {
        return Apart.here().resolveSibling("lib");
    }

    private Path serverRoot() {
        return settings.home().resolve("server");
    }

    private Path configuration(String name) {
        return settings.home().resolve(name);
    }

    private String commands(String name) throws IOException {
        return text(name).replace("${address}", settings.address());
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Launch.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Payara Micro calls a deployment done that has failed, so the application itself is asked. */
    private boolean answers() throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        int refusals = 0;
        while (System.nanoTime() < until) {
            try {
                var connection = (HttpURLConnection)
                        URI.create(settings.url() + "icon.svg").toURL().openConnection();
                connection.setConnectTimeout(2_000);
                connection.setReadTimeout(10_000);
                int status = connection.getResponseCode();
                if (status == 200) {
                    return true;
                }
                if (++refusals > REFUSALS) {
                    return false;
                }
            } catch (IOException e) {
                // not yet
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return false;
    }

    private String lastFailure() throws IOException {
        Path log = settings.logs().resolve("samenzicht.0.log");
        if (!Files.exists(log)) {
            return "";
        }
        try (var lines = Files.lines(log)) {
            return lines.map(CAUSE::matcher)
                    .filter(Matcher::find)
                    .reduce((first, last) -> last)
                    .map(said -> "\nIt says: " + said.group(1))
                    .orElse("");
        }
    }

    private void sayReady(Duration took) throws IOException {
        screen.println();
        screen.println("Samenzicht is ready after " + took.toSeconds() + " s:  " + settings.url());
        Path accounts = settings.home().resolve("demo-accounts.txt");
        if (settings.mode() == Settings.Mode.DEMO && Files.exists(accounts)) {
            screen.println();
            Files.readAllLines(accounts).forEach(screen::println);
        }
        Path first = settings.home().resolve("first-people.txt");
        if (settings.mode() == Settings.Mode.PRODUCTION && Files.exists(first)) {
            screen.println();
            // what follows on the later lines is for the people themselves
            screen.println(Files.readAllLines(first).get(0) + " (" + first + ")");
        }
        screen.println();
        screen.println("Data is kept in " + settings.home() + ". Stop with Ctrl+C.");
        screen.flush();
    }

    /** First the application, so that what it does last can still be written; then the database. */
    private static final class Stopping implements Runnable {
        private final Database database;
        private volatile PayaraMicroBoot server;

        Stopping(Database database) {
            this.database = database;
        }

        @Override
        public void run() {
            try {
                if (server != null) {
                    server.shutdown();
                }
            } catch (Exception e) {
                System.err.println("The application did not stop well: " + e.getMessage());
            }
            try {
                database.close();
            } catch (Exception e) {
                System.err.println("The database did not stop well: " + e.getMessage());
            }
        }
    }
}
