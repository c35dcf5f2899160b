package nl.samenzicht.launch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A sealed file with files in it: a zip in a {@link Sealing}. It appears under its name when it is whole, or not at all. */
final class Archive implements AutoCloseable {
    /** Sealed data of the database, and what lies outside it but keys. */
    static final String DATA = "data";
    /** The keysets. */
    static final String KEYS = "keys";

    private final Path file;
    private final Path draft;
    private final ZipOutputStream zip;
    private boolean whole;

    private Archive(Path file, Path draft, ZipOutputStream zip) {
        this.file = file;
        this.draft = draft;
        this.zip = zip;
    }

    /** Begins one that only its owner reads. */
    static Archive create(Path file, char[] passphrase, String kind) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var sealed = Sealing.sealing(new BufferedOutputStream(Files.newOutputStream(draft)), passphrase, kind);
        return new Archive(file, draft, new ZipOutputStream(new BufferedOutputStream(sealed, 1 << 16)));
    }

    /** Adds a file; what is written to the stream until the next call is its content, and closing it does nothing. */
    OutputStream add(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                zip.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                zip.write(bytes, offset, length);
            }
        };
    }

    /** Adds a file as it lies there. */
    void add(String name, Path content) throws IOException {
        try (var out = add(name)) {
            Files.copy(content, out);
        }
    }

    /** Says that nothing is missing, so that closing keeps it. */
    void isWhole() {
        whole = true;
    }

    @Override
    public void close() throws IOException {
        try {
            zip.close();
            if (whole) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Takes all files out.
     *
     * @param into an empty folder
     * @throws CannotStart when it is no such file, the passphrase does not fit, or anything in it was changed or is missing; what was taken out by then
     *     is of no use
     */
    static void unpack(Path file, char[] passphrase, String kind, Path into) throws IOException {
        read(file, passphrase, kind, (name, zip) -> {
            Path target = into.resolve(name).normalize();
            if (!target.startsWith(into)) {
                throw new IOException("'" + name + "' would be written elsewhere");
            }
            Files.createDirectories(target.getParent());
            Files.copy(zip, target);
        });
    }

    /** Reads all of it again, so that one knows that it can be. */
    static void check(Path file, char[] passphrase, String kind) throws IOException {
        read(file, passphrase, kind, (name, zip) -> zip.transferTo(OutputStream.nullOutputStream()));
    }

    private interface Content {
        void found(String name, ZipInputStream zip) throws IOException;
    }

    private static void read(Path file, char[] passphrase, String kind, Content content) throws IOException {
        if (!Files.isReadable(file)) {
            throw new CannotStart("The file " + file + " cannot be read.");
        }
        try (var sealed =
                Sealing.opened(new BufferedInputStream(Files.newInputStream(file), 1 << 16), passphrase, kind)) {
            var zip = new ZipInputStream(sealed);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                content.found(entry.getName(), zip);
            }
            // to the last byte: only there it shows that nothing was cut off
            sealed.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new CannotStart(
                    "The file " + file + " does not open: " + e.getMessage()
                            + ".\nEither the passphrase is another, or this is no file of "
                            + (kind.equals(KEYS) ? "keys" : "data") + ", or it is damaged.",
                    e);
        }
    }
}
