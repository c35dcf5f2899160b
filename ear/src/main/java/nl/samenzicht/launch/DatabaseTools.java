package nl.samenzicht.launch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** MariaDB's own programs for writing a database out and reading it in, in the name of the account that may change the schema. */
final class DatabaseTools implements AutoCloseable {
    private final Path programs;
    private final DatabaseAccess access;
    private final Path options;

    /**
     * Makes them ready.
     *
     * @param programs where MariaDB is unpacked
     * @param folder one that only its owner enters; the password is kept there until these are closed
     */
    DatabaseTools(Path programs, Path folder, DatabaseAccess access) throws IOException {
        this.programs = programs;
        this.access = access;
        this.options = folder.resolve("tools.cnf");
        Secrets.writePrivate(options, access.options());
    }

    /** Writes all of the schema as SQL, as it is at one moment, while others go on working. */
    void dump(OutputStream to) throws Exception {
        run(
                "mariadb-dump",
                List.of(
                        "--single-transaction",
                        "--quick",
                        "--hex-blob",
                        "--triggers",
                        "--no-tablespaces",
                        "--skip-comments",
                        "--default-character-set=utf8mb4",
                        access.schema()),
                InputStream.nullInputStream(),
                to);
    }

    /** Reads SQL that {@link #dump} wrote into the schema. */
    void load(Path sql) throws Exception {
        try (var in = new BufferedInputStream(Files.newInputStream(sql), 1 << 16)) {
            run(
                    "mariadb",
                    List.of("--batch", "--default-character-set=utf8mb4", access.schema()),
                    in,
                    OutputStream.nullOutputStream());
        }
    }

    /** Whether there is no table in the schema. */
    boolean nothingThere() throws Exception {
        var out = new ByteArrayOutputStream();
        run(
                "mariadb",
                List.of(
                        "--batch",
                        "--skip-column-names",
                        "--execute=select count(*) from information_schema.tables where table_schema = database()",
                        access.schema()),
                InputStream.nullInputStream(),
                out);
        return out.toString(StandardCharsets.US_ASCII).strip().equals("0");
    }

    private void run(String program, List<String> arguments, InputStream in, OutputStream out) throws Exception {
        var command = new ArrayList<String>();
        command.add(programs.resolve("bin").resolve(program).toString());
        command.add("--defaults-file=" + options);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("LD_LIBRARY_PATH", programs.resolve("libs").toString());
        var process = builder.start();
        var complaints = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        var fed = CompletableFuture.runAsync(() -> feed(process, in));
        try (var said = process.getInputStream()) {
            said.transferTo(out);
        } finally {
            if (process.isAlive() && !fed.isDone()) {
                process.destroy();
            }
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new CannotStart(
                    program + " ended with " + code + ": " + complaints.join().strip());
        }
        fed.join();
    }

    /** A program that ends before it has read all says why itself. */
    private static void feed(Process process, InputStream in) {
        try (var to = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
            in.transferTo(to);
        } catch (IOException ended) {
            // its exit code tells
        }
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(options);
    }
}
