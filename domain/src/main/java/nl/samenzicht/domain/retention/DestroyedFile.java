package nl.samenzicht.domain.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.DataCategory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What was destroyed, kept outside the database: {@code checkpoints/destroyed} under the home of the installation, a line for
 * each destruction, with opaque numbers and a MAC. A database that is restored from a backup does not know of destructions
 * that came later; this file does. Every node keeps its own.
 */
@ApplicationScoped
public class DestroyedFile {

    private static final String WHAT = "destroyed";
    private static final int CELLS = 5;
    private static final int MAC_LENGTH = 52;

    private final RowMac macs;
    private final Path file;

    protected DestroyedFile() {
        this(null, "");
    }

    @Inject
    public DestroyedFile(RowMac macs, @ConfigProperty(name = "samenzicht.home") String home) {
        this.macs = macs;
        this.file = Path.of(home).resolve("checkpoints").resolve(WHAT);
    }

    /** One destruction, as the file knows it. */
    record Mark(UUID destruction, AgencyId agency, Instant at, ProposedItems list) {

        private Canonical fields() {
            return Canonical.of(WHAT)
                    .id(destruction)
                    .id(agency.value())
                    .time(at)
                    .bytes(list.digest());
        }

        private String line(RowMac macs) {
            return String.join(
                    " ",
                    destruction.toString(),
                    agency.value().toString(),
                    at.toString(),
                    list.items().stream().map(Mark::item).collect(Collectors.joining(",")),
                    Base64.getEncoder().encodeToString(macs.of(fields())));
        }

        private static String item(DueItem each) {
            return each.item().value() + ":" + each.dossier().value() + ":" + each.category();
        }

        private static DueItem item(String written) {
            var parts = written.split(":");
            return new DueItem(
                    new ItemId(UUID.fromString(parts[0])),
                    new CaseFileId(UUID.fromString(parts[1])),
                    DataCategory.valueOf(parts[2]),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Adds a destruction and returns once it is on disk. */
    void add(Destruction destruction, ProposedItems list) {
        var plain = new ProposedItems(
                list.items().stream().map(each -> Mark.item(Mark.item(each))).toList());
        var mark = new Mark(
                destruction.id(),
                destruction.agency(),
                destruction.destroyedAt().orElseThrow(),
                plain);
        try {
            Files.createDirectories(file.getParent());
            try (var channel = FileChannel.open(file, CREATE, WRITE, APPEND)) {
                // a line that a crash cut off ends here
                var line =
                        ByteBuffer.wrap(((channel.size() == 0 ? "" : "\n") + mark.line(macs) + "\n").getBytes(UTF_8));
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Destruction %s cannot be noted in %s".formatted(destruction.id(), file), e);
        }
    }

    /** Says that something was destroyed again, so that the database begins a new log of changes at its next start. */
    void destroyedAgain() {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be touched", e);
        }
    }

    /**
     * Every destruction that the file knows of, oldest first. A line that was cut off in the middle is passed over, for the
     * destruction is noted again when that happens.
     *
     * @throws IllegalStateException when a whole line is not as it was written
     */
    List<Mark> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var marks = new ArrayList<Mark>();
            var lines = Files.readAllLines(file, UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                if (isWhole(lines.get(i))) {
                    marks.add(read(lines.get(i), i + 1));
                }
            }
            return marks;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static boolean isWhole(String line) {
        var cells = line.split(" ");
        return cells.length == CELLS && cells[CELLS - 1].length() == MAC_LENGTH;
    }

    private Mark read(String line, int number) {
        try {
            var cells = line.split(" ");
            var mark = new Mark(
                    UUID.fromString(cells[0]),
                    new AgencyId(UUID.fromString(cells[1])),
                    Instant.parse(cells[2]),
                    new ProposedItems(
                            Arrays.stream(cells[3].split(",")).map(Mark::item).toList()));
            if (macs.matches(Base64.getDecoder().decode(cells[4]), mark.fields())) {
                return mark;
            }
        } catch (RuntimeException notOurs) {
            throw notAsWritten(number, notOurs);
        }
        throw notAsWritten(number, null);
    }

    private IllegalStateException notAsWritten(int number, RuntimeException cause) {
        return new IllegalStateException(
                "Line %d of %s is not as it was written. Put the file back from where it was copied to; what it says was"
                                .formatted(number, file)
                        + " destroyed must not come back",
                cause);
    }
}
