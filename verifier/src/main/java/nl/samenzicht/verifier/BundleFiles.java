package nl.samenzicht.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of a bundle, in a folder or a zip. */
final class BundleFiles implements AutoCloseable {
    /** The files that are read whole are small; one that is not is no bundle. */
    private static final long MOST_READ_WHOLE = 16 << 20;

    private final Path root;
    private final Optional<java.nio.file.FileSystem> zip;

    private BundleFiles(Path root, Optional<java.nio.file.FileSystem> zip) {
        this.root = root;
        this.zip = zip;
    }

    /**
     * Opens a bundle.
     *
     * @throws IOException when it is neither a folder nor a zip
     */
    static BundleFiles open(Path bundle) throws IOException {
        if (Files.isDirectory(bundle)) {
            return new BundleFiles(bundle, Optional.empty());
        }
        if (!Files.isReadable(bundle)) {
            throw new IOException("There is no file '%s'".formatted(bundle));
        }
        try {
            var zip = FileSystems.newFileSystem(bundle);
            return new BundleFiles(zip.getPath("/"), Optional.of(zip));
        } catch (java.nio.file.ProviderNotFoundException notAZip) {
            throw new IOException("'%s' is neither a folder nor a zip".formatted(bundle), notAZip);
        }
    }

    /** The text of a file; empty when it is not there. */
    Optional<String> text(String name) throws IOException {
        var file = root.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MOST_READ_WHOLE) {
            throw new IOException("File '%s' of the bundle is too large".formatted(name));
        }
        return Optional.of(new String(Files.readAllBytes(file), UTF_8));
    }

    /** The text of a file without which there is nothing to check. */
    String needed(String name) throws IOException {
        return text(name).orElseThrow(() -> new IOException("File '%s' is not in the bundle".formatted(name)));
    }

    /** A file to be read from front to back. */
    InputStream stream(String name) throws IOException {
        var file = root.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException("File '%s' is not in the bundle".formatted(name));
        }
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) {
            zip.get().close();
        }
    }
}
