package nl.samenzicht.security.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the keysets, {@code keys} under the home of the installation: one file for each {@link KeyUse}.
 *
 * <p>It is made whole on the first start, readable by the owner alone. A folder in which a file is missing is refused, so
 * that a half restored backup never leads to new keys beside old content. Losing this folder is losing all content; it is
 * backed up apart from the database. Running nodes notice within moments that a file was replaced.
 */
public final class KeyFolder {
    static {
        try {
            AeadConfig.register();
            MacConfig.register();
            PrfConfig.register();
            SignatureConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final @Nullable Path folder;
    private final Map<KeyUse, Loaded> loaded = new EnumMap<>(KeyUse.class);

    private KeyFolder(@Nullable Path folder) {
        this.folder = folder;
    }

    private record Loaded(KeysetHandle keyset, Stamp stamp) {}

    /**
     * Tells one file from another that took its place. Its time alone does not: a clock tick of a file system is long enough
     * for two.
     *
     * @param key what the file system knows it by; null where it has no such thing
     */
    private record Stamp(@Nullable Object key, FileTime modified, long size) {
        static final Stamp IN_MEMORY = new Stamp(null, FileTime.fromMillis(0), 0);

        static Stamp of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
        }
    }

    /**
     * Opens {@code home/keys}, and makes it with new keys when it is not there at all.
     *
     * @throws KeyFailure when it is there and not complete, or cannot be read
     */
    public static KeyFolder openOrCreate(Path home) {
        var folder = home.resolve("keys");
        try {
            if (!Files.isDirectory(folder)) {
                create(home, folder);
            }
            addWhatCameLater(folder);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyFailure("Folder '%s' cannot be made with new keys: %s".formatted(folder, e.getMessage()), e);
        }
        var missing = new ArrayList<String>();
        for (var use : KeyUse.values()) {
            if (!Files.isReadable(folder.resolve(use.fileName()))) {
                missing.add(use.fileName());
            }
        }
        if (!missing.isEmpty()) {
            throw new KeyFailure(
                    ("Folder '%s' is not complete: %s cannot be read. Put the files back from the backup of the"
                                    + " keys; without them existing content stays closed.")
                            .formatted(folder, missing));
        }
        return new KeyFolder(folder);
    }

    /** Keys that live in memory only and are gone with the process: for tests and measurements. */
    public static KeyFolder inMemory() {
        var keys = new KeyFolder(null);
        for (var use : KeyUse.values()) {
            try {
                keys.loaded.put(use, new Loaded(KeysetHandle.generateNew(use.parameters()), Stamp.IN_MEMORY));
            } catch (GeneralSecurityException e) {
                throw new KeyFailure("A key for %s cannot be made".formatted(use), e);
            }
        }
        return keys;
    }

    /**
     * Adds a new key for this use and makes it the one that new things are sealed with; older keys stay for what was sealed
     * before. With more than one node the file goes to the other nodes next; a node that meets an unknown key reads its
     * file again.
     */
    public synchronized void rotate(KeyUse use) {
        try {
            var grown = KeysetHandle.newBuilder(keyset(use))
                    .addEntry(KeysetHandle.generateEntryFromParameters(use.parameters())
                            .withRandomId()
                            .makePrimary())
                    .build();
            if (folder == null) {
                loaded.put(use, new Loaded(grown, Stamp.IN_MEMORY));
                return;
            }
            var file = folder.resolve(use.fileName());
            var fresh = folder.resolve(use.fileName() + ".new");
            Files.deleteIfExists(fresh);
            write(fresh, grown);
            Files.move(fresh, file, ATOMIC_MOVE);
            sync(folder);
            loaded.put(use, new Loaded(grown, Stamp.of(file)));
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyFailure("Key %s cannot be rotated: %s".formatted(use, e.getMessage()), e);
        }
    }

    synchronized KeysetHandle keyset(KeyUse use) {
        var known = loaded.get(use);
        if (folder == null) {
            return known.keyset();
        }
        var file = folder.resolve(use.fileName());
        try {
            var stamp = Stamp.of(file);
            if (known != null && known.stamp().equals(stamp)) {
                return known.keyset();
            }
            var keyset =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file, UTF_8), InsecureSecretKeyAccess.get());
            loaded.put(use, new Loaded(keyset, stamp));
            return keyset;
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyFailure("Keyset '%s' cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void create(Path home, Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(home);
        var fresh = Files.createTempDirectory(home, "keys-new-", asFileAttribute(fromString("rwx------")));
        for (var use : KeyUse.values()) {
            write(fresh.resolve(use.fileName()), KeysetHandle.generateNew(use.parameters()));
        }
        sync(fresh);
        Files.move(fresh, folder, ATOMIC_MOVE);
        sync(home);
    }

    /** Only when all else is there: a folder that lost more is refused as it is. */
    private static void addWhatCameLater(Path folder) throws IOException, GeneralSecurityException {
        var complete = true;
        for (var use : KeyUse.values()) {
            complete &= use.mayComeLater() || Files.isReadable(folder.resolve(use.fileName()));
        }
        for (var use : KeyUse.values()) {
            var file = folder.resolve(use.fileName());
            if (complete && use.mayComeLater() && !Files.exists(file)) {
                write(file, KeysetHandle.generateNew(use.parameters()));
                sync(folder);
            }
        }
    }

    private static void write(Path file, KeysetHandle keyset) throws IOException, GeneralSecurityException {
        var text = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        try (var channel =
                FileChannel.open(file, Set.of(CREATE_NEW, WRITE), asFileAttribute(fromString("rw-------")))) {
            var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void sync(Path directory) {
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
