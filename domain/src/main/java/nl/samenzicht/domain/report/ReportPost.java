package nl.samenzicht.domain.report;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nl.samenzicht.security.keys.OutgoingSeal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How reports leave this installation, from its settings: the key of the receiver, and by folder or HTTP. In a demo nobody
 * gives a key, so that one is made; the folder then stays on this machine and nothing is sent to anybody.
 */
@ApplicationScoped
public class ReportPost {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private final Optional<String> receiverKeyset;
    private final ReportTransport transport;

    protected ReportPost() {
        this(Optional.empty(), null);
    }

    @Inject
    ReportPost(
            @ConfigProperty(name = "samenzicht.home") String home,
            @ConfigProperty(name = "samenzicht.mode", defaultValue = "production") String mode,
            @ConfigProperty(name = "samenzicht.report.recipient-key") Optional<String> key,
            @ConfigProperty(name = "samenzicht.report.folder") Optional<String> folder,
            @ConfigProperty(name = "samenzicht.report.url") Optional<String> url,
            @ConfigProperty(name = "samenzicht.report.token") Optional<String> token,
            OutgoingSeal seal) {
        this(
                key.map(ReportPost::text).or(() -> demoKey(mode, Path.of(home))),
                url.<ReportTransport>map(
                                address -> new HttpTransport(address(address), token, CONNECTING, LONGEST_ANSWER))
                        .orElseGet(() -> new FolderTransport(
                                folder.map(Path::of).orElse(Path.of(home).resolve("outbox")))));
        tellReceiver(Path.of(home), seal);
    }

    /** Makes one from its parts. */
    public ReportPost(Optional<String> receiverKeyset, ReportTransport transport) {
        this.receiverKeyset = receiverKeyset;
        this.transport = transport;
    }

    /** The public keyset of the receiver; without it nothing can be sent. */
    Optional<String> receiverKeyset() {
        return receiverKeyset;
    }

    ReportTransport transport() {
        return transport;
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("SAMENZICHT_REPORT_URL is no address: " + e.getReason());
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "SAMENZICHT_REPORT_RECIPIENT_KEY names '%s', which cannot be read".formatted(file), e);
        }
    }

    /** The demo's CoMensha: both halves of its key lie in the home folder, so that a reader can open what was sent. */
    private static Optional<String> demoKey(String mode, Path home) {
        if (!"demo".equalsIgnoreCase(mode)) {
            return Optional.empty();
        }
        var folder = home.resolve("demo-comensha");
        var published = folder.resolve("public.keyset.json");
        try {
            if (!Files.exists(published)) {
                var keys = OutgoingSeal.RecipientKeys.fresh();
                Files.createDirectories(folder, asFileAttribute(fromString("rwx------")));
                var closed = folder.resolve("private.keyset.json");
                Files.deleteIfExists(closed);
                Files.createFile(closed, asFileAttribute(fromString("rw-------")));
                Files.writeString(closed, keys.privateKeyset());
                Files.writeString(published, keys.publicKeyset());
            }
            return Optional.of(Files.readString(published));
        } catch (IOException e) {
            throw new IllegalStateException("Folder '%s' cannot be made".formatted(folder), e);
        }
    }

    /** Writes the key with which the receiver verifies our signatures where the operator finds it. */
    private static void tellReceiver(Path home, OutgoingSeal seal) {
        try {
            Files.writeString(home.resolve("report-verifying-key.json"), seal.verifyingKeyset());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "'%s' cannot be written".formatted(home.resolve("report-verifying-key.json")), e);
        }
    }
}
