package nl.samenzicht.security.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.tlog.MerkleTree;
import org.jspecify.annotations.Nullable;

/**
 * Holds the ledger against itself: every line against its MAC, every leaf against its line, the tree against every signed
 * state in the database and in the files outside it, and the overview against the lines.
 *
 * <p>It reads one consistent picture of the database and writes nothing. What it cannot see is a change to the last second,
 * before a line is sealed, by somebody who may delete rows; and a rewriting by somebody who has the keys of this
 * installation and every copy of the files.
 */
public final class LedgerVerifier {
    /** So many findings are named; more are counted. */
    public static final int MAX_FINDINGS = 200;

    private static final int BATCH = 1_000;
    private static final int RANGE = 100_000;
    private static final int PATIENCE_MILLIS = 600_000;
    private static final Duration SEALED_WITHIN = Duration.ofSeconds(60);

    private final DataSource database;
    private final LedgerKeys keys;
    private final LedgerIdentity identity;
    private final CheckpointFiles files;
    private final Clock clock;
    private final AuditLedger ledger;

    /**
     * Takes the same arguments as the sequencer; the files are read from {@code home/checkpoints}.
     *
     * @param ledger tells whether people are at work, so that the verification gives way
     */
    public LedgerVerifier(
            DataSource database, LedgerKeys keys, Path home, Clock clock, String origin, AuditLedger ledger) {
        this.database = database;
        this.keys = keys;
        this.identity = new LedgerIdentity(origin, keys);
        this.files = new CheckpointFiles(home);
        this.clock = clock;
        this.ledger = ledger;
    }

    /** Is told how far the verifier has come. */
    public interface Progress {
        /** {@code done} of {@code all} lines have been read. */
        void at(long done, long all);
    }

    /** Verifies all of the ledger. */
    public VerificationReport verify() {
        return verify((done, all) -> {});
    }

    /**
     * Verifies all of the ledger and tells how far it has come.
     *
     * @throws LedgerUnavailable when the database does not answer, so that nothing can be said
     * @throws CancellationException when the thread was interrupted
     */
    public VerificationReport verify(Progress progress) {
        List<CheckpointFiles.Found> outside;
        try {
            // the files first: the database is always ahead of them, so a note without its state is a finding
            outside = files.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            try (var begin = connection.createStatement()) {
                begin.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
                return new Run(connection, progress).verify(outside);
            } finally {
                try (var end = connection.createStatement()) {
                    end.execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("The ledger cannot be read: " + e.getMessage(), e);
        }
    }

    /** What was signed for one size of the tree. */
    private static final class Signed {
        private final Set<String> outsideRoots = new HashSet<>();
        private byte @Nullable [] root;
        private byte @Nullable [] frontier;
        private @Nullable Instant at;
    }

    private record Leaf(
            long position, long seq, String code, byte[] stored, byte @Nullable [] computed, boolean forged) {
        /** The hash that the tree is built with: of the line when it is ours, else what was sealed. */
        byte[] hash() {
            return computed != null && !forged ? computed : stored;
        }
    }

    private final class Run {
        private final Connection connection;
        private final Progress progress;
        private final TreeMap<Long, Signed> signed = new TreeMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<EntryCode> restores = new ArrayList<>();
        private final DerivedLines expectedIndex = new DerivedLines();
        private final DerivedLines expectedItems = new DerivedLines();
        private final DerivedLines expectedItemLines = new DerivedLines();
        private final Map<String, Leaf> strayHashes = new HashMap<>();
        private final List<Leaf> strays = new ArrayList<>();

        private MerkleTree tree = new MerkleTree();
        private @Nullable NodeCheck nodes;
        private final List<Leaf> interval = new ArrayList<>();
        private boolean explained;
        private boolean rewritten;
        private long next;
        private long omitted;
        private long entries;
        private long removed;
        private long removedBelow;
        private long finishedBelow;
        private long highestSeq;
        private @Nullable Instant upTo;

        private Run(Connection connection, Progress progress) {
            this.connection = connection;
            this.progress = progress;
        }

        private VerificationReport verify(List<CheckpointFiles.Found> outside) throws SQLException {
            long checkpoints = readCheckpoints();
            long notes = readNotes(outside, checkpoints);
            nodes = new NodeCheck(connection, this::report);
            readRemovals();
            readLeaves();
            nodes.end();
            reportStrays();
            judgeTheEnd(checkpoints);
            readUnsealed();
            compareDerived();
            return new VerificationReport(
                    findings,
                    omitted,
                    entries,
                    next,
                    removed,
                    checkpoints,
                    notes,
                    clock.instant(),
                    Optional.ofNullable(upTo),
                    restores);
        }

        /** What went after its term: what the log says itself, and nothing that only a row says. */
        private void readRemovals() throws SQLException {
            for (var removal : RemovalRow.all(connection, keys)) {
                if (!removal.sound()) {
                    report(Finding.at(FindingKind.REMOVAL_FORGED, removal.starts() + 1, removal.below()));
                    continue;
                }
                removedBelow = Math.max(removedBelow, removal.below());
                if (removal.over()) {
                    finishedBelow = Math.max(finishedBelow, removal.below());
                }
            }
        }

        private void report(Finding finding) {
            if (findings.size() < MAX_FINDINGS) {
                findings.add(finding);
            } else {
                omitted++;
            }
        }

        private long readCheckpoints() throws SQLException {
            long count = 0;
            try (var select = connection.createStatement();
                    var rows = select.executeQuery("SELECT tree_size, root, frontier, signed_note, at"
                            + " FROM ledger_checkpoint ORDER BY tree_size")) {
                while (rows.next()) {
                    count++;
                    long size = rows.getLong("tree_size");
                    try {
                        var checkpoint = identity.verified(rows.getString("signed_note"));
                        if (checkpoint.size() != size || !Arrays.equals(checkpoint.root(), rows.getBytes("root"))) {
                            throw new IllegalArgumentException("the row says otherwise than the signed note");
                        }
                        var state = signed.computeIfAbsent(size, any -> new Signed());
                        state.root = checkpoint.root();
                        state.frontier = rows.getBytes("frontier");
                        state.at = EntryRow.instant(rows, "at");
                        if (!Arrays.equals(
                                MerkleTree.resume(size, state.frontier).root(), checkpoint.root())) {
                            state.frontier = null;
                            report(Finding.at(FindingKind.CHECKPOINT_FORGED, size));
                        }
                    } catch (IllegalArgumentException e) {
                        report(Finding.at(FindingKind.CHECKPOINT_FORGED, size));
                    }
                }
            }
            return count;
        }

        private long readNotes(List<CheckpointFiles.Found> outside, long checkpoints) {
            long count = 0;
            for (var found : outside) {
                try {
                    var checkpoint = identity.verified(found.note());
                    signed.computeIfAbsent(checkpoint.size(), any -> new Signed())
                            .outsideRoots
                            .add(HexFormat.of().formatHex(checkpoint.root()));
                    count++;
                } catch (IllegalArgumentException e) {
                    report(Finding.at(
                            FindingKind.OUTSIDE_CHECKPOINT_FORGED,
                            String.valueOf(found.file().getFileName()),
                            found.ordinal()));
                }
            }
            if (outside.isEmpty() && checkpoints > 0 && isOld(signed.firstEntry())) {
                report(Finding.at(FindingKind.OUTSIDE_COPY_MISSING));
            }
            return count;
        }

        private boolean isOld(Map.@Nullable Entry<Long, Signed> first) {
            return first != null
                    && (first.getValue().at == null
                            || first.getValue().at.isBefore(clock.instant().minus(SEALED_WITHIN)));
        }

        private void readLeaves() throws SQLException {
            long all = count("SELECT COUNT(*) FROM ledger_leaf");
            long done = 0;
            var columns = Arrays.stream(EntryRow.COLUMNS.split(", "))
                    .map(name -> "e." + name)
                    .toList();
            var sql = "SELECT l.position AS l_position, l.entry_seq AS l_seq, l.code AS l_code, l.leaf_hash AS l_hash,"
                    + " e.seq AS e_seq, " + String.join(", ", columns)
                    + " FROM ledger_leaf l LEFT JOIN ledger_entry e ON e.id = l.entry"
                    + " WHERE l.position >= ? ORDER BY l.position LIMIT " + BATCH;
            boolean more = true;
            var way = ledger.givingWay();
            while (more) {
                if (Thread.interrupted()) {
                    throw new CancellationException("The verification was stopped");
                }
                int read = 0;
                try (var select = connection.prepareStatement(sql)) {
                    select.setLong(1, next);
                    try (var rows = select.executeQuery()) {
                        while (rows.next()) {
                            read++;
                            take(rows);
                        }
                    }
                }
                done += read;
                progress.at(done, all);
                more = read == BATCH;
                if (more) {
                    way.betweenParts();
                }
            }
        }

        private void take(ResultSet rows) throws SQLException {
            long position = rows.getLong("l_position");
            while (next < position) {
                gap(next, Math.min(position, nextSize()));
            }
            var code = rows.getString("l_code");
            long seq = rows.getLong("l_seq");
            var stored = rows.getBytes("l_hash");
            if (rows.getString("id") == null) {
                if (position < removedBelow) {
                    removed++;
                } else {
                    report(Finding.line(FindingKind.ENTRY_DELETED, code, position));
                }
                add(new Leaf(position, seq, code, stored, null, false));
                return;
            }
            entries++;
            if (position < finishedBelow) {
                report(Finding.line(FindingKind.ENTRY_RETURNED, code, position));
            }
            add(judged(rows, position, seq, code, stored));
        }

        private Leaf judged(ResultSet rows, long position, long seq, String code, byte[] stored) throws SQLException {
            EntryRow row;
            try {
                row = EntryRow.read(rows);
            } catch (IllegalArgumentException notOurs) {
                boolean sealedSo =
                        Arrays.equals(stored, EntryRow.unreadableLeafHash(UUID.fromString(rows.getString("id"))));
                report(Finding.line(sealedSo ? FindingKind.ENTRY_INSERTED : FindingKind.ENTRY_CHANGED, code, position));
                return new Leaf(position, seq, code, stored, null, false);
            }
            var computed = row.leafHash();
            boolean fits = Arrays.equals(computed, stored);
            boolean ours = keys.isMac(row.mac(), row.macInput());
            var leaf = new Leaf(position, seq, code, stored, computed, !ours);
            if (ours) {
                upTo = row.event().at();
                if (row.event().action().equals(Action.RESTORE.name())) {
                    restores.add(new EntryCode(row.code()));
                }
                long number = rows.getLong("e_seq");
                DerivedTable.INDEX.lines(number, row).forEach(expectedIndex::add);
                DerivedTable.ITEMS.lines(number, row).forEach(expectedItems::add);
                DerivedTable.ITEM_LINES.lines(number, row).forEach(expectedItemLines::add);
                highestSeq = Math.max(highestSeq, rows.getLong("e_seq"));
                if (rows.getLong("e_seq") != seq) {
                    report(Finding.line(FindingKind.ENTRIES_REORDERED, code, position));
                } else if (!code.equals(row.code())) {
                    report(Finding.line(FindingKind.LEAF_CHANGED, row.code(), position));
                } else if (!fits) {
                    strays.add(leaf);
                    strayHashes.put(HexFormat.of().formatHex(computed), leaf);
                }
            } else if (!fits) {
                report(Finding.line(FindingKind.ENTRY_CHANGED, code, position));
            }
            return leaf;
        }

        private void add(Leaf leaf) {
            nodes.leaf(leaf.stored());
            interval.add(leaf);
            next = leaf.position() + 1;
            if (next == nextSize()) {
                closeInterval();
            }
        }

        private void gap(long from, long to) {
            if (to - from == 1) {
                report(Finding.at(FindingKind.LEAF_MISSING, from + 1, from + 1));
            } else {
                report(Finding.at(FindingKind.LEAF_MISSING, from + 1, to));
            }
            nodes.gap();
            explained = true;
            next = to;
            if (next == nextSize()) {
                closeInterval();
            }
        }

        /** The size of the next signed state beyond the tree as it is built. */
        private long nextSize() {
            var size = signed.higherKey(tree.size());
            return size == null ? Long.MAX_VALUE : size;
        }

        private void closeInterval() {
            long from = tree.size();
            long to = next;
            var state = signed.get(to);
            var built = explained ? null : grown(interval);
            boolean inside = true;
            if (built != null && state.root != null && !Arrays.equals(built.root(), state.root)) {
                var sorted = grown(interval.stream()
                        .sorted(Comparator.comparingLong(Leaf::seq))
                        .toList());
                if (Arrays.equals(sorted.root(), state.root)) {
                    reportReordered();
                    built = sorted;
                } else {
                    inside = false;
                    boolean named = false;
                    for (var leaf : interval) {
                        if (leaf.forged() && Arrays.equals(leaf.computed(), leaf.stored())) {
                            report(Finding.line(FindingKind.ENTRY_CHANGED, leaf.code(), leaf.position()));
                            named = true;
                        }
                    }
                    if (!named) {
                        report(Finding.at(FindingKind.TREE_DIFFERS, from + 1, to));
                    }
                }
            }
            if (inside) {
                reportInserted();
            }
            if (built != null && inside && !rewritten && disagrees(state, built)) {
                rewritten = true;
                report(Finding.at(FindingKind.HISTORY_REWRITTEN, from + 1, to));
            }
            tree = resumed(built != null && inside ? built : null, state, to);
            interval.clear();
            explained = false;
        }

        private boolean disagrees(Signed state, MerkleTree built) {
            var root = HexFormat.of().formatHex(built.root());
            return state.outsideRoots.stream().anyMatch(known -> !known.equals(root));
        }

        /** Goes on from what was signed where what was found does not lead there. */
        private MerkleTree resumed(@Nullable MerkleTree built, Signed state, long size) {
            if (built != null) {
                return built;
            }
            if (state.frontier != null) {
                return MerkleTree.resume(size, state.frontier);
            }
            return grownBlindly(size);
        }

        private MerkleTree grownBlindly(long size) {
            var grown = MerkleTree.resume(tree.size(), tree.frontier());
            interval.forEach(leaf -> grown.add(leaf.hash()));
            while (grown.size() < size) {
                grown.add(MerkleTree.emptyRoot());
            }
            return grown;
        }

        private MerkleTree grown(List<Leaf> leaves) {
            var grown = MerkleTree.resume(tree.size(), tree.frontier());
            leaves.forEach(leaf -> grown.add(leaf.hash()));
            return grown;
        }

        private void reportInserted() {
            interval.stream()
                    .filter(leaf -> leaf.forged() && Arrays.equals(leaf.computed(), leaf.stored()))
                    .forEach(leaf -> report(Finding.line(FindingKind.ENTRY_INSERTED, leaf.code(), leaf.position())));
        }

        private void reportReordered() {
            var sorted = interval.stream()
                    .sorted(Comparator.comparingLong(Leaf::seq))
                    .toList();
            for (int i = 0; i < interval.size(); i++) {
                if (interval.get(i).seq() != sorted.get(i).seq()) {
                    var leaf = interval.get(i);
                    report(Finding.line(FindingKind.ENTRIES_REORDERED, leaf.code(), leaf.position()));
                }
            }
        }

        /** A leaf whose hash belongs to another line was swapped; one whose hash belongs to none was changed. */
        private void reportStrays() {
            for (var leaf : strays) {
                boolean swapped = strayHashes.containsKey(HexFormat.of().formatHex(leaf.stored()));
                report(Finding.line(
                        swapped ? FindingKind.ENTRIES_REORDERED : FindingKind.LEAF_CHANGED,
                        leaf.code(),
                        leaf.position()));
            }
        }

        private void judgeTheEnd(long checkpoints) {
            reportInserted();
            long inDatabase = signed.entrySet().stream()
                    .filter(state -> state.getValue().root != null)
                    .mapToLong(Map.Entry::getKey)
                    .max()
                    .orElse(0);
            long outside = signed.entrySet().stream()
                    .filter(state -> !state.getValue().outsideRoots.isEmpty())
                    .mapToLong(Map.Entry::getKey)
                    .max()
                    .orElse(0);
            if (next < inDatabase) {
                report(Finding.at(FindingKind.LOG_SHORTENED, inDatabase, next));
            } else if (next < outside) {
                report(Finding.at(FindingKind.OLDER_COPY, outside, next));
            } else if (next > Math.max(inDatabase, outside)) {
                report(Finding.at(FindingKind.TAIL_UNSIGNED, Math.max(inDatabase, outside) + 1, next));
            }
            signed.forEach((size, state) -> {
                if (!rewritten && state.root == null && !state.outsideRoots.isEmpty() && size <= next) {
                    report(Finding.at(FindingKind.CHECKPOINT_MISSING, size));
                }
            });
        }

        private void readUnsealed() throws SQLException {
            var columns = Arrays.stream(EntryRow.COLUMNS.split(", "))
                    .map(name -> "e." + name)
                    .toList();
            try (var select = connection.createStatement();
                    var rows = select.executeQuery("SELECT e.seq AS e_seq, " + String.join(", ", columns)
                            + " FROM ledger_entry e LEFT JOIN ledger_leaf l ON l.entry = e.id"
                            + " WHERE l.entry IS NULL ORDER BY e.seq LIMIT 10000")) {
                while (rows.next()) {
                    entries++;
                    var code = rows.getString("code");
                    try {
                        var row = EntryRow.read(rows);
                        if (!keys.isMac(row.mac(), row.macInput())) {
                            report(unplaced(FindingKind.ENTRY_INSERTED, code));
                        } else if (row.event().at().isBefore(clock.instant().minus(SEALED_WITHIN))) {
                            report(unplaced(FindingKind.ENTRY_UNSEALED, code));
                        }
                    } catch (IllegalArgumentException notOurs) {
                        report(unplaced(FindingKind.ENTRY_INSERTED, code));
                    }
                }
            }
        }

        private static Finding unplaced(FindingKind kind, String code) {
            return new Finding(kind, Optional.of(code), OptionalLong.empty(), List.of(code, "–"));
        }

        private void compareDerived() throws SQLException {
            compare(DerivedTable.INDEX, expectedIndex);
            compare(DerivedTable.ITEMS, expectedItems);
            compare(DerivedTable.ITEM_LINES, expectedItemLines);
        }

        private void compare(DerivedTable table, DerivedLines expected) throws SQLException {
            var actual = new DerivedLines();
            try (var select = connection.createStatement()) {
                select.setFetchSize(BATCH);
                try (var rows = select.executeQuery(table.select)) {
                    while (rows.next()) {
                        actual.add(table.line(rows));
                        highestSeq = Math.max(highestSeq, rows.getLong("seq"));
                    }
                }
            }
            if (!actual.sameAs(expected)) {
                nameDifferences(table);
            }
        }

        /** The slow way, once it is known that something differs: range by range. */
        private void nameDifferences(DerivedTable table) throws SQLException {
            for (long from = 0; from <= highestSeq; from += RANGE) {
                var expected = new HashMap<String, String>();
                var columns = Arrays.stream(EntryRow.COLUMNS.split(", "))
                        .map(name -> "e." + name)
                        .toList();
                try (var select = connection.prepareStatement("SELECT e.seq AS e_seq, " + String.join(", ", columns)
                        + " FROM ledger_entry e JOIN ledger_leaf l ON l.entry = e.id WHERE e.seq >= ? AND e.seq < ?")) {
                    select.setLong(1, from);
                    select.setLong(2, from + RANGE);
                    try (var rows = select.executeQuery()) {
                        while (rows.next()) {
                            expectLines(table, rows, expected);
                        }
                    }
                }
                try (var select = connection.prepareStatement(table.select + " WHERE seq >= ? AND seq < ?")) {
                    select.setLong(1, from);
                    select.setLong(2, from + RANGE);
                    try (var rows = select.executeQuery()) {
                        while (rows.next()) {
                            if (expected.remove(table.line(rows)) == null) {
                                report(differs(codeOf(rows.getLong("seq"))));
                            }
                        }
                    }
                }
                expected.values().stream().distinct().forEach(code -> report(differs(code)));
            }
        }

        private Finding differs(String code) {
            return new Finding(FindingKind.INDEX_DIFFERS, Optional.of(code), OptionalLong.empty(), List.of(code));
        }

        private String codeOf(long seq) throws SQLException {
            try (var select = connection.prepareStatement("SELECT code FROM ledger_entry WHERE seq = ?")) {
                select.setLong(1, seq);
                try (var rows = select.executeQuery()) {
                    return rows.next() ? rows.getString(1) : "–";
                }
            }
        }

        private void expectLines(DerivedTable table, ResultSet rows, Map<String, String> expected) throws SQLException {
            try {
                var row = EntryRow.read(rows);
                if (keys.isMac(row.mac(), row.macInput())) {
                    table.lines(rows.getLong("e_seq"), row).forEach(line -> expected.put(line, row.code()));
                }
            } catch (IllegalArgumentException notOurs) {
                // reported where the line itself was read
            }
        }

        private long count(String sql) throws SQLException {
            try (var select = connection.createStatement();
                    var rows = select.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** The tables that are derived from the entries, and how a line of each is written for comparison. */
    private enum DerivedTable {
        INDEX(
                "SELECT agency, seq, at, as_actor, as_holder, as_recipient, action, outcome, emergency, case_id, person_id,"
                        + " professional, acting_agency, acting_function, purpose, category FROM ledger_index") {
            @Override
            Stream<String> lines(long seq, EntryRow row) {
                return LedgerSequencer.IndexLine.of(seq, row).stream().map(line -> joined(line.values()));
            }

            @Override
            String line(ResultSet rows) throws SQLException {
                return joined(
                        rows.getString("agency"),
                        rows.getLong("seq"),
                        EntryRow.utc(EntryRow.instant(rows, "at")),
                        rows.getBoolean("as_actor"),
                        rows.getBoolean("as_holder"),
                        rows.getBoolean("as_recipient"),
                        rows.getString("action"),
                        rows.getString("outcome"),
                        rows.getBoolean("emergency"),
                        rows.getString("case_id"),
                        rows.getString("person_id"),
                        rows.getString("professional"),
                        rows.getString("acting_agency"),
                        rows.getString("acting_function"),
                        rows.getString("purpose"),
                        rows.getString("category"));
            }
        },
        ITEMS("SELECT item, seq, version, owner FROM ledger_item") {
            @Override
            Stream<String> lines(long seq, EntryRow row) {
                return row.event().items().stream()
                        .distinct()
                        .map(item -> joined(item.item(), seq, item.version(), item.owner()));
            }

            @Override
            String line(ResultSet rows) throws SQLException {
                return joined(
                        rows.getString("item"), rows.getLong("seq"), rows.getInt("version"), rows.getString("owner"));
            }
        },
        ITEM_LINES("SELECT agency, item, at, seq FROM ledger_item_line") {
            @Override
            Stream<String> lines(long seq, EntryRow row) {
                return LedgerSequencer.IndexLine.of(seq, row).stream()
                        .flatMap(line -> line.items().stream())
                        .map(DerivedTable::joined);
            }

            @Override
            String line(ResultSet rows) throws SQLException {
                return joined(
                        rows.getString("agency"),
                        rows.getString("item"),
                        EntryRow.utc(EntryRow.instant(rows, "at")),
                        rows.getLong("seq"));
            }
        };

        private final String select;

        DerivedTable(String select) {
            this.select = select;
        }

        abstract Stream<String> lines(long seq, EntryRow row);

        abstract String line(ResultSet rows) throws SQLException;

        private static String joined(Object... values) {
            var text = new StringBuilder();
            for (var value : values) {
                text.append(value).append('|');
            }
            return text.toString();
        }
    }

    /**
     * Says whether two collections of lines are the same without keeping or sorting them: the sum of a keyed hash of each.
     * The key is new in each run, so that nobody can prepare lines that cancel out.
     */
    private static final class DerivedLines {
        private static final byte[] KEY = new byte[32];

        static {
            new SecureRandom().nextBytes(KEY);
        }

        private final Mac mac = mac();
        private final long[] sum = new long[4];
        private long count;

        void add(String line) {
            var hash = ByteBuffer.wrap(mac.doFinal(line.getBytes(StandardCharsets.UTF_8)));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += hash.getLong();
            }
            count++;
        }

        boolean sameAs(DerivedLines other) {
            return count == other.count && MessageDigest.isEqual(bytes(sum), bytes(other.sum));
        }

        private static byte[] bytes(long[] values) {
            var bytes = ByteBuffer.allocate(values.length * Long.BYTES);
            for (var value : values) {
                bytes.putLong(value);
            }
            return bytes.array();
        }

        private static Mac mac() {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
