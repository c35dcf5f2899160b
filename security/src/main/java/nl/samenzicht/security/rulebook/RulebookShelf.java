package nl.samenzicht.security.rulebook;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.database.DataSources;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.RulebookFile;

/**
 * Keeps published rulebooks, their signatures and advice. Rows are inserted and never changed; one whose MAC does not fit
 * counts as absent where it would open something, and is a failure where it would be the rulebook itself.
 */
@ApplicationScoped
public class RulebookShelf {
    @Resource(lookup = DataSources.APPLICATION)
    private DataSource database;

    private final RowMac macs;
    private final Directory directory;
    /** A version never changes, so it is read and compiled once. */
    private final Map<String, PublishedRulebook> known = new ConcurrentHashMap<>();

    protected RulebookShelf() {
        this(null, null);
    }

    @Inject
    RulebookShelf(RowMac macs, Directory directory) {
        this.macs = macs;
        this.directory = directory;
    }

    /** Without a container. */
    RulebookShelf(DataSource database, RowMac macs, Directory directory) {
        this(macs, directory);
        this.database = database;
    }

    /** Returns the SHA-256 of a table of rules. */
    static byte[] hashOf(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Puts a version on the shelf.
     *
     * @throws nl.samenzicht.security.policy.InvalidRulebook when the table has mistakes
     * @throws IllegalStateException when this version is there already
     */
    void publish(
            String name, int version, Instant validFrom, String content, boolean demo, Instant at, EntryCode entry) {
        var rulebook = RulebookFile.read(name, version, validFrom, content);
        if (find(rulebook.reference()).isPresent()) {
            throw new IllegalStateException("rulebook '" + rulebook.reference() + "' was published before");
        }
        var hash = hashOf(content);
        var published = at.truncatedTo(ChronoUnit.MICROS);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into rulebook (reference, name, version, valid_from,"
                                + " content, content_hash, demo, published_at, entry, mac) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, rulebook.reference());
            insert.setString(2, name);
            insert.setInt(3, version);
            insert.setObject(4, utc(validFrom));
            insert.setString(5, content);
            insert.setBytes(6, hash);
            insert.setBoolean(7, demo);
            insert.setObject(8, utc(published));
            insert.setString(9, entry.value());
            insert.setBytes(10, macs.of(fields(name, version, validFrom, hash, demo, published, entry)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("rulebook '" + rulebook.reference() + "' cannot be published", e);
        }
    }

    /**
     * Returns the version that is in force at a moment: the newest whose day has come and that all who are bound by the
     * version before it have signed, or else the first one.
     *
     * @throws IllegalStateException when nothing was published yet
     */
    public PublishedRulebook inForce(Instant at) {
        var all = all();
        if (all.isEmpty()) {
            throw new IllegalStateException("no rulebook was published yet");
        }
        var current = all.get(0);
        for (var next : all.subList(1, all.size())) {
            if (!at.isBefore(next.rulebook().validFrom()) && signedByAll(next, boundBy(current))) {
                current = next;
            }
        }
        return current;
    }

    /** Agencies that signed a version and still take part. */
    private Set<AgencyId> boundBy(PublishedRulebook version) {
        var active = directory.activeAgencies().stream().map(AgencyCard::id).collect(toUnmodifiableSet());
        return signatures(version.reference()).stream()
                .map(Signature::agency)
                .filter(active::contains)
                .collect(toUnmodifiableSet());
    }

    private boolean signedByAll(PublishedRulebook version, Set<AgencyId> bound) {
        var signed =
                signatures(version.reference()).stream().map(Signature::agency).collect(toUnmodifiableSet());
        return !signed.isEmpty() && signed.containsAll(bound);
    }

    /** Returns every version, the oldest first. */
    public List<PublishedRulebook> all() {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select reference from rulebook order by published_at, version");
                var row = select.executeQuery()) {
            var references = new ArrayList<String>();
            while (row.next()) {
                references.add(row.getString(1));
            }
            return references.stream()
                    .map(reference -> find(reference).orElseThrow())
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the shelf of rulebooks cannot be read", e);
        }
    }

    /**
     * Returns one version, as it was published.
     *
     * @throws nl.samenzicht.security.keys.RowForged when it is not as it was published
     */
    public Optional<PublishedRulebook> find(String reference) {
        var before = known.get(reference);
        if (before != null) {
            return Optional.of(before);
        }
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select name, version, valid_from, content, content_hash, demo,"
                                + " published_at, entry, mac from rulebook where reference = ?")) {
            select.setString(1, reference);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(remembered(reference, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rulebook '" + reference + "' cannot be read", e);
        }
    }

    private PublishedRulebook remembered(String reference, ResultSet row) throws SQLException {
        var name = row.getString("name");
        var version = row.getInt("version");
        var validFrom = instant(row.getObject("valid_from", LocalDateTime.class));
        var content = row.getString("content");
        var hash = hashOf(content);
        var demo = row.getBoolean("demo");
        var at = instant(row.getObject("published_at", LocalDateTime.class));
        var entry = new EntryCode(row.getString("entry"));
        macs.check(
                "Rulebook " + reference, row.getBytes("mac"), fields(name, version, validFrom, hash, demo, at, entry));
        var rulebook = RulebookFile.read(name, version, validFrom, content);
        var published = new PublishedRulebook(rulebook, hash, demo, at, entry);
        known.put(reference, published);
        return published;
    }

    /** Returns who signed a version, the first one first. */
    public List<Signature> signatures(String reference) {
        var hash = find(reference).map(PublishedRulebook::hash).orElseThrow();
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select agency_id, content_hash, signed_by, signed_at, entry, mac"
                                + " from rulebook_signature where reference = ? order by signed_at")) {
            select.setString(1, reference);
            try (var row = select.executeQuery()) {
                var signatures = new ArrayList<Signature>();
                while (row.next()) {
                    var signature = new Signature(
                            new AgencyId(UUID.fromString(row.getString("agency_id"))),
                            new ProfessionalId(UUID.fromString(row.getString("signed_by"))),
                            instant(row.getObject("signed_at", LocalDateTime.class)),
                            new EntryCode(row.getString("entry")));
                    boolean sound = Arrays.equals(hash, row.getBytes("content_hash"))
                            && macs.matches(row.getBytes("mac"), fields(reference, hash, signature));
                    if (sound) {
                        signatures.add(signature);
                    }
                }
                return signatures;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the signatures of rulebook '" + reference + "' cannot be read", e);
        }
    }

    /**
     * Binds an agency. The caller has decided that this may be done, and has it in the ledger.
     *
     * @throws IllegalStateException when the agency signed this version before
     */
    public void sign(PublishedRulebook version, Signature signature) {
        var cut = new Signature(
                signature.agency(), signature.by(), signature.at().truncatedTo(ChronoUnit.MICROS), signature.entry());
        var before = signatures(version.reference()).stream()
                .anyMatch(other -> other.agency().equals(cut.agency()));
        if (before) {
            throw new IllegalStateException(
                    "agency " + cut.agency() + " signed rulebook '" + version.reference() + "' before");
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into rulebook_signature (reference, agency_id,"
                        + " content_hash, signed_by, signed_at, entry, mac) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, version.reference());
            insert.setString(2, cut.agency().toString());
            insert.setBytes(3, version.hash());
            insert.setString(4, cut.by().toString());
            insert.setObject(5, utc(cut.at()));
            insert.setString(6, cut.entry().value());
            insert.setBytes(7, macs.of(fields(version.reference(), version.hash(), cut)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("rulebook '" + version.reference() + "' cannot be signed", e);
        }
    }

    /** Returns what was advised on a version, the last one first. */
    public List<Advice> advice(String reference) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select agency_id, advised_by, advised_at, words, entry"
                        + " from rulebook_advice where reference = ? order by advised_at desc")) {
            select.setString(1, reference);
            try (var row = select.executeQuery()) {
                var advice = new ArrayList<Advice>();
                while (row.next()) {
                    advice.add(new Advice(
                            new AgencyId(UUID.fromString(row.getString(1))),
                            new ProfessionalId(UUID.fromString(row.getString(2))),
                            instant(row.getObject(3, LocalDateTime.class)),
                            row.getString(4),
                            new EntryCode(row.getString(5))));
                }
                return advice;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the advice on rulebook '" + reference + "' cannot be read", e);
        }
    }

    /** Keeps advice. */
    public void advise(PublishedRulebook version, Advice advice) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement("insert into rulebook_advice (id, reference, agency_id, advised_by,"
                                + " advised_at, words, entry) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, TimeOrderedId.next().toString());
            insert.setString(2, version.reference());
            insert.setString(3, advice.agency().toString());
            insert.setString(4, advice.by().toString());
            insert.setObject(5, utc(advice.at()));
            insert.setString(6, advice.words());
            insert.setString(7, advice.entry().value());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("advice on rulebook '" + version.reference() + "' cannot be kept", e);
        }
    }

    private static Canonical fields(
            String name, int version, Instant validFrom, byte[] hash, boolean demo, Instant at, EntryCode entry) {
        return Canonical.of("rulebook")
                .text(name)
                .number(version)
                .time(validFrom)
                .bytes(hash)
                .flag(demo)
                .time(at)
                .text(entry.value());
    }

    private static Canonical fields(String reference, byte[] hash, Signature signature) {
        return Canonical.of("rulebook_signature")
                .text(reference)
                .bytes(hash)
                .id(signature.agency().value())
                .id(signature.by().value())
                .time(signature.at())
                .text(signature.entry().value());
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
