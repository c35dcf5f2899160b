package nl.samenzicht.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.PublishedFiles;
import nl.samenzicht.tlog.SecretNoteKey;
import nl.samenzicht.verifier.Arguments;

/** The program: {@code java -jar samenzicht-verifier.jar witness …}. Runs until it is stopped. */
public final class WitnessProgram {
    private static final String USAGE = """
            java -jar samenzicht-verifier.jar witness --log URL --keys KEYS --key FILE [--name NAME] --state FILE --listen [ADDRESS:]PORT [--every SECONDS]

              --log     where the log is read, such as https://samenzicht.example.nl/tlog
              --keys    file with the public keys of the log, one on a line
              --key     the secret key of this witness; made when it is not there, under --name
              --state   what it cosigned last; keep it, a witness without memory sees nothing
              --listen  where others read what it cosigned; without an address on this machine only
              --every   how long it waits between two looks; 10 seconds when not given
            """;

    private WitnessProgram() {}

    /**
     * Runs the witness.
     *
     * @return the exit code, when it cannot begin: 2
     */
    public static int run(List<String> typed, PrintStream out, PrintStream err) {
        try {
            var arguments = new Arguments(
                    typed, Set.of("--log", "--keys", "--key", "--name", "--state", "--listen", "--every"), Set.of());
            var key = key(Path.of(arguments.needed("--key")), arguments.option("--name"));
            var witness = new Witness(
                    new PublishedFiles(URI.create(arguments.needed("--log"))),
                    NoteKey.parseAll(Files.readString(Path.of(arguments.needed("--keys")))),
                    key,
                    new WitnessMemory(Path.of(arguments.needed("--state"))),
                    Clock.systemUTC());
            var every = Duration.ofSeconds(
                    Long.parseLong(arguments.option("--every").orElse("10")));
            try (var server = new WitnessServer(witness, address(arguments.needed("--listen")))) {
                out.println("witness " + key.open());
                out.println("listening on port " + server.port());
                watch(witness, every, out, err);
            }
            return 0;
        } catch (IllegalArgumentException wrongUse) {
            err.println(wrongUse.getMessage());
            err.print(USAGE);
            return 2;
        } catch (IOException cannotBegin) {
            err.println(cannotBegin);
            return 2;
        }
    }

    private static void watch(Witness witness, Duration every, PrintStream out, PrintStream err) {
        var told = "";
        while (!Thread.currentThread().isInterrupted()) {
            var news = look(witness);
            if (!news.equals(told)) {
                (news.startsWith("cosigned") ? out : err).println(news);
                told = news;
            }
            try {
                Thread.sleep(every.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String look(Witness witness) {
        try {
            var wrong = witness.look();
            if (wrong.isEmpty()) {
                return "cosigned " + witness.size();
            }
            boolean alarm = witness.refusal().filter(Refusal::isAlarm).isPresent();
            return (alarm ? "ALARM " : "waiting ") + wrong.get();
        } catch (IOException notKept) {
            return "ALARM nothing was cosigned, the state cannot be kept: " + notKept.getMessage();
        }
    }

    private static InetSocketAddress address(String listen) {
        int colon = listen.lastIndexOf(':');
        var host = colon < 0 ? "127.0.0.1" : listen.substring(0, colon);
        return new InetSocketAddress(host, Integer.parseInt(listen.substring(colon + 1)));
    }

    private static SecretNoteKey key(Path file, Optional<String> name) throws IOException {
        if (Files.exists(file)) {
            var key = SecretNoteKey.parse(Files.readString(file));
            if (key.open().type() != NoteKey.Type.COSIGNATURE) {
                throw new IllegalArgumentException("Key '%s' is not for cosigning".formatted(file));
            }
            return key;
        }
        var made = SecretNoteKey.generate(
                name.orElseThrow(() ->
                        new IllegalArgumentException("'--name' is missing: key '%s' is not there yet".formatted(file))),
                NoteKey.Type.COSIGNATURE);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException | UnsupportedOperationException notPosix) {
            // a file system without permissions; the folder has to keep others out
        }
        Files.writeString(file, made.written());
        return made;
    }
}
