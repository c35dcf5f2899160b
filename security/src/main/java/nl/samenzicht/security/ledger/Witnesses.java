package nl.samenzicht.security.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.security.ledger.WitnessStanding.State;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.Cosignature;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.PublishedFiles;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.tlog.TileHashes;
import nl.samenzicht.tlog.TreeProofs;

/**
 * Asks the witnesses what they cosigned, holds it against the log, and keeps it. A witness vouches for us to others; what it
 * says here warns the officers early, and goes along in what is exported.
 */
public final class Witnesses {
    private static final int PATIENCE_MILLIS = 30_000;

    /** So long may a witness leave a signed state without its cosignature. */
    static final Duration BEHIND_AFTER = Duration.ofMinutes(10);

    private final DataSource database;
    private final LedgerIdentity identity;
    private final List<WitnessAddress> addresses;
    private final Clock clock;

    /**
     * Makes one that asks nothing until {@link #round()}.
     *
     * @param list the witnesses: on each line a verifier key and an address; may be empty
     * @throws IllegalArgumentException when the list is not written as it must be
     */
    public Witnesses(DataSource database, LedgerKeys keys, Clock clock, String origin, String list) {
        this.database = database;
        this.identity = new LedgerIdentity(origin, keys);
        this.addresses = WitnessAddress.parseAll(list);
        this.clock = clock;
    }

    /** The keys of the witnesses, for who checks what they cosigned. */
    public List<NoteKey> keys() {
        return addresses.stream().map(WitnessAddress::key).toList();
    }

    private record Heard(State state, long size, Optional<SignedNote> note, Optional<Instant> at) {
        static Heard only(State state, long size) {
            return new Heard(state, size, Optional.empty(), Optional.empty());
        }
    }

    /** What was kept of a witness: its last word, and the largest state that it cosigned. */
    private record Kept(
            State last,
            Instant since,
            long size,
            Optional<Instant> cosignedAt,
            Optional<String> note,
            long signedSize) {}

    /**
     * Asks each witness once, and keeps what is new.
     *
     * @throws SQLException when the database does not answer; the next round tries again
     */
    public void round() throws SQLException {
        for (var address : addresses) {
            var said = ask(address);
            try (var connection = open()) {
                keep(
                        connection,
                        address.key(),
                        said.isEmpty() ? Heard.only(State.SILENT, 0) : judge(connection, said.get(), address.key()));
            }
        }
    }

    private record Said(String status, Optional<SignedNote> cosigned) {}

    private static Optional<Said> ask(WitnessAddress address) {
        var files = new PublishedFiles(address.url());
        try {
            var status = new String(files.get("status"), UTF_8);
            return Optional.of(new Said(status.lines().findFirst().orElse(""), cosigned(files)));
        } catch (IOException | IllegalArgumentException silent) {
            return Optional.empty();
        }
    }

    private static Optional<SignedNote> cosigned(PublishedFiles files) throws IOException {
        try {
            return Optional.of(SignedNote.parse(new String(files.get("cosignature"), UTF_8)));
        } catch (PublishedFiles.Missing notYet) {
            return Optional.empty();
        }
    }

    private Heard judge(Connection connection, Said said, NoteKey witness) throws SQLException {
        var cosignature = said.cosigned().flatMap(note -> Cosignature.of(note, witness));
        if (said.cosigned().isPresent() && cosignature.isEmpty()) {
            return Heard.only(State.SILENT, 0);
        }
        long size = 0;
        if (cosignature.isPresent()) {
            Checkpoint seen;
            try {
                seen = identity.verified(said.cosigned().get().written());
            } catch (IllegalArgumentException ofAnotherLog) {
                return Heard.only(State.SILENT, 0);
            }
            size = seen.size();
            var differs = against(connection, seen);
            if (differs.isPresent()) {
                return new Heard(differs.get(), size, said.cosigned(), cosignature.map(Cosignature::at));
            }
        }
        return switch (said.status()) {
            case "state ok" -> new Heard(State.UP_TO_DATE, size, said.cosigned(), cosignature.map(Cosignature::at));
            case "state fork" -> Heard.only(State.FORK, size);
            case "state unreachable" -> Heard.only(State.BEHIND, size);
            default -> Heard.only(State.REFUSES, size);
        };
    }

    /** What is wrong when the log as it stands here is not the one that a witness saw. */
    private static Optional<State> against(Connection connection, Checkpoint seen) throws SQLException {
        if (seen.size() > LedgerTiles.size(connection)) {
            return Optional.of(State.AHEAD);
        }
        var proofs = new TreeProofs(new TileHashes(tile -> tile(connection, tile), seen.size()));
        try {
            return Arrays.equals(proofs.root(seen.size()), seen.root()) ? Optional.empty() : Optional.of(State.FORK);
        } catch (IOException unreadable) {
            throw new SQLException("The tree cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static byte[] tile(Connection connection, nl.samenzicht.tlog.Tile tile) throws IOException {
        try {
            return TreeNodes.tile(connection, tile);
        } catch (SQLException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    private void keep(Connection connection, NoteKey witness, Heard heard) throws SQLException {
        var before = kept(connection, witness);
        boolean same = before.filter(kept -> kept.last() == heard.state())
                .filter(kept -> heard.note().isEmpty() || kept.signedSize() == heard.size())
                .isPresent();
        if (same) {
            return;
        }
        try (var insert = connection.prepareStatement("INSERT INTO ledger_witness"
                + " (witness, at, heard, tree_size, cosigned_at, cosigned_note) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, witness.written());
            insert.setObject(2, EntryRow.utc(clock.instant()));
            insert.setString(3, heard.state().name());
            insert.setLong(4, heard.size());
            insert.setObject(5, heard.at().map(EntryRow::utc).orElse(null));
            insert.setString(6, heard.note().map(SignedNote::written).orElse(null));
            insert.executeUpdate();
        }
    }

    /**
     * How each witness stands now.
     *
     * @throws LedgerUnavailable when the ledger cannot be read
     */
    public List<WitnessStanding> standings() {
        try (var connection = open()) {
            var standings = new ArrayList<WitnessStanding>();
            for (var address : addresses) {
                standings.add(standing(connection, address.key()));
            }
            return standings;
        } catch (SQLException e) {
            throw new LedgerUnavailable("The witnesses cannot be read: " + e.getMessage(), e);
        }
    }

    private WitnessStanding standing(Connection connection, NoteKey witness) throws SQLException {
        var kept = kept(connection, witness);
        if (kept.isEmpty()) {
            return new WitnessStanding(witness, State.SILENT, Optional.empty(), 0, Optional.empty());
        }
        var last = kept.get();
        var state = last.last() == State.UP_TO_DATE && isBehind(connection, last.size()) ? State.BEHIND : last.last();
        return new WitnessStanding(witness, state, Optional.of(last.since()), last.size(), last.cosignedAt());
    }

    private boolean isBehind(Connection connection, long size) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT at FROM ledger_checkpoint WHERE tree_size > ? ORDER BY tree_size LIMIT 1")) {
            select.setLong(1, size);
            try (var rows = select.executeQuery()) {
                return rows.next()
                        && EntryRow.instant(rows, "at").isBefore(clock.instant().minus(BEHIND_AFTER));
            }
        }
    }

    /** The newest state that each witness cosigned, as far as it fits the log here; to go along with an export. */
    List<String> cosignedNotes(Connection connection, long atMost) throws SQLException {
        var notes = new ArrayList<String>();
        for (var address : addresses) {
            kept(connection, address.key())
                    .filter(kept -> kept.size() <= atMost)
                    .flatMap(Kept::note)
                    .ifPresent(notes::add);
        }
        return notes;
    }

    private static Optional<Kept> kept(Connection connection, NoteKey witness) throws SQLException {
        try (var last = connection.prepareStatement(
                        "SELECT heard, at, tree_size FROM ledger_witness WHERE witness = ? ORDER BY seq DESC LIMIT 1");
                var signed = connection.prepareStatement("SELECT tree_size, cosigned_at, cosigned_note"
                        + " FROM ledger_witness WHERE witness = ? AND heard = 'UP_TO_DATE' AND cosigned_note IS NOT NULL"
                        + " ORDER BY seq DESC LIMIT 1")) {
            last.setString(1, witness.written());
            signed.setString(1, witness.written());
            try (var word = last.executeQuery();
                    var note = signed.executeQuery()) {
                if (!word.next()) {
                    return Optional.empty();
                }
                boolean any = note.next();
                return Optional.of(new Kept(
                        State.valueOf(word.getString("heard")),
                        EntryRow.instant(word, "at"),
                        any ? note.getLong("tree_size") : 0,
                        any ? Optional.of(EntryRow.instant(note, "cosigned_at")) : Optional.empty(),
                        any ? Optional.of(note.getString("cosigned_note")) : Optional.empty(),
                        word.getLong("tree_size")));
            }
        }
    }

    private Connection open() throws SQLException {
        var connection = database.getConnection();
        connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
        return connection;
    }
}
