package nl.samenzicht.security.ledger;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.Sha256;
import nl.samenzicht.verifier.EntryFormat;
import org.jspecify.annotations.Nullable;

/**
 * An entry exactly as the table holds it: the one place that knows its columns, and the bytes that its MAC and its leaf
 * are made over. The sealed text stays sealed here.
 *
 * <p>A leaf is {@code SHA-256(0x00 ‖ id ‖ time ‖ SHA-256(salt ‖ fields))}: when an entry's retention has passed, the row and
 * its salt go, the leaf stays, and every proof holds while nobody can test a guess against it.
 */
final class EntryRow {
    static final String COLUMNS = "id, code, salt, at, action, outcome, life_cycle, professional, agency, agency_type,"
            + " acting_function, session, access_point, job, purpose, emergency, case_id, person_id, category, regime,"
            + " items, holders, recipients, ground, consent_id, share_id, rulebook, rules, reason_true, reason_told,"
            + " masked_fields, detail, mac";
    static final String INSERT = "INSERT INTO ledger_entry (" + COLUMNS + ") VALUES ("
            + "?, ".repeat((int) COLUMNS.chars().filter(c -> c == ',').count()) + "?)";

    private final UUID id;
    private final String code;
    private final byte[] salt;
    private final LedgerEvent event;
    private final String items;
    private final String holders;
    private final String recipients;
    private final String rules;
    private final String maskedFields;
    private final byte @Nullable [] sealedDetail;
    private final byte[] mac;

    private EntryRow(
            UUID id,
            String code,
            byte[] salt,
            LedgerEvent event,
            String items,
            String holders,
            String recipients,
            String rules,
            String maskedFields,
            byte @Nullable [] sealedDetail,
            byte[] mac) {
        this.id = id;
        this.code = code;
        this.salt = salt;
        this.event = event;
        this.items = items;
        this.holders = holders;
        this.recipients = recipients;
        this.rules = rules;
        this.maskedFields = maskedFields;
        this.sealedDetail = sealedDetail;
        this.mac = mac;
    }

    /** A new row for an event; the MAC is made over what the others see. */
    static EntryRow of(
            UUID id,
            EntryCode code,
            byte[] salt,
            LedgerEvent event,
            byte @Nullable [] sealedDetail,
            Function<byte[], byte[]> mac) {
        var row = new EntryRow(
                id,
                code.value(),
                salt,
                event,
                joined(event.items(), item -> item.item() + "@" + item.version() + "@" + item.owner()),
                event.holders().stream().map(AgencyId::toString).sorted().collect(Collectors.joining(" ")),
                joined(
                        event.recipients(),
                        to -> to.professional() == null
                                ? to.agency().toString()
                                : to.agency() + "/" + to.professional()),
                String.join(" ", event.rules()),
                String.join(" ", event.maskedFields()),
                sealedDetail,
                new byte[0]);
        return new EntryRow(
                id,
                row.code,
                salt,
                event,
                row.items,
                row.holders,
                row.recipients,
                row.rules,
                row.maskedFields,
                sealedDetail,
                mac.apply(row.macInput()));
    }

    private static <T> String joined(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(" "));
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    byte[] salt() {
        return salt;
    }

    byte[] mac() {
        return mac;
    }

    byte @Nullable [] sealedDetail() {
        return sealedDetail;
    }

    /** The event without what was typed. */
    LedgerEvent event() {
        return event;
    }

    byte[] macInput() {
        return Canonical.of("ledger_entry").bytes(salt).bytes(fields()).encoded();
    }

    byte[] leafHash() {
        return MerkleTree.leafHash(leafData());
    }

    /** What the leaf is the hash of: identifiers, time, and a salted commitment to everything else. */
    byte[] leafData() {
        var sha = Sha256.begin();
        sha.update(salt);
        var commitment = sha.digest(fields());
        return Canonical.of("samenzicht-ledger-entry-1")
                .id(id)
                .time(event.at())
                .bytes(commitment)
                .encoded();
    }

    /** The leaf of a row that cannot be read, so cannot be ours. */
    static byte[] unreadableLeafHash(UUID id) {
        return MerkleTree.leafHash(
                Canonical.of("samenzicht-ledger-unreadable-1").id(id).encoded());
    }

    byte[] idBytes() {
        return bytes(id);
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private byte[] fields() {
        var actor = event.actor();
        return Canonical.of("fields")
                .id(id)
                .text(code)
                .time(event.at())
                .text(event.action())
                .code(event.outcome())
                .text(String.valueOf(event.lifeCycle().code()))
                .id(actor.professional() == null ? null : actor.professional().value())
                .id(actor.agency() == null ? null : actor.agency().value())
                .text(actor.agencyType())
                .text(actor.function())
                .id(actor.session() == null ? null : actor.session().value())
                .text(actor.accessPoint())
                .text(actor.job())
                .text(event.purpose())
                .flag(event.emergency())
                .id(event.caseId())
                .id(event.personId())
                .text(event.category())
                .code(event.regime())
                .text(items)
                .text(holders)
                .text(recipients)
                .text(event.ground())
                .id(event.consentId())
                .id(event.shareId())
                .text(event.rulebook())
                .text(rules)
                .text(event.reasonTrue())
                .text(event.reasonTold())
                .text(maskedFields)
                .bytes(sealedDetail)
                .encoded();
    }

    /** The fields in the order of {@link EntryFormat#FIELDS}, as a bundle writes them; null where there is none. */
    List<String> values() {
        var actor = event.actor();
        return Arrays.asList(
                id.toString(),
                code,
                event.at().toString(),
                event.action(),
                event.outcome().name(),
                String.valueOf(event.lifeCycle().code()),
                text(actor.professional()),
                text(actor.agency()),
                actor.agencyType(),
                actor.function(),
                text(actor.session()),
                actor.accessPoint(),
                actor.job(),
                event.purpose(),
                String.valueOf(event.emergency()),
                text(event.caseId()),
                text(event.personId()),
                event.category(),
                text(event.regime()),
                items,
                holders,
                recipients,
                event.ground(),
                text(event.consentId()),
                text(event.shareId()),
                event.rulebook(),
                rules,
                event.reasonTrue(),
                event.reasonTold(),
                maskedFields,
                sealedDetail == null ? null : Base64.getEncoder().encodeToString(sealedDetail));
    }

    void bind(PreparedStatement insert) throws SQLException {
        var actor = event.actor();
        int i = 0;
        insert.setString(++i, id.toString());
        insert.setString(++i, code);
        insert.setBytes(++i, salt);
        insert.setObject(++i, utc(event.at()));
        insert.setString(++i, event.action());
        insert.setString(++i, event.outcome().name());
        insert.setString(++i, String.valueOf(event.lifeCycle().code()));
        insert.setString(++i, text(actor.professional()));
        insert.setString(++i, text(actor.agency()));
        insert.setString(++i, actor.agencyType());
        insert.setString(++i, actor.function());
        insert.setString(++i, text(actor.session()));
        insert.setString(++i, actor.accessPoint());
        insert.setString(++i, actor.job());
        insert.setString(++i, event.purpose());
        insert.setBoolean(++i, event.emergency());
        insert.setString(++i, text(event.caseId()));
        insert.setString(++i, text(event.personId()));
        insert.setString(++i, event.category());
        insert.setString(++i, text(event.regime()));
        insert.setString(++i, items);
        insert.setString(++i, holders);
        insert.setString(++i, recipients);
        insert.setString(++i, event.ground());
        insert.setString(++i, text(event.consentId()));
        insert.setString(++i, text(event.shareId()));
        insert.setString(++i, event.rulebook());
        insert.setString(++i, rules);
        insert.setString(++i, event.reasonTrue());
        insert.setString(++i, event.reasonTold());
        insert.setString(++i, maskedFields);
        if (sealedDetail == null) {
            insert.setNull(++i, Types.VARBINARY);
        } else {
            insert.setBytes(++i, sealedDetail);
        }
        insert.setBytes(++i, mac);
    }

    /**
     * Reads a row whose columns are {@link #COLUMNS}.
     *
     * @throws IllegalArgumentException when a column holds what was never written by us
     */
    static EntryRow read(ResultSet row) throws SQLException {
        var items = row.getString("items");
        var holders = row.getString("holders");
        var recipients = row.getString("recipients");
        var rules = row.getString("rules");
        var masked = row.getString("masked_fields");
        var regime = row.getString("regime");
        var actor = new Actor(
                id(row, "professional", ProfessionalId::new),
                id(row, "agency", AgencyId::new),
                row.getString("agency_type"),
                row.getString("acting_function"),
                id(row, "session", SessionId::new),
                row.getString("access_point"),
                row.getString("job"));
        var event = new LedgerEvent(
                instant(row, "at"),
                row.getString("action"),
                Outcome.valueOf(row.getString("outcome")),
                LifeCycle.ofCode(row.getString("life_cycle").charAt(0)),
                actor,
                row.getString("purpose"),
                row.getBoolean("emergency"),
                id(row, "case_id", Function.identity()),
                id(row, "person_id", Function.identity()),
                row.getString("category"),
                regime == null ? null : Regime.valueOf(regime),
                words(items).map(EntryRow::item).toList(),
                words(holders)
                        .map(word -> new AgencyId(UUID.fromString(word)))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                words(recipients).map(EntryRow::recipient).toList(),
                row.getString("ground"),
                id(row, "consent_id", Function.identity()),
                id(row, "share_id", Function.identity()),
                row.getString("rulebook"),
                words(rules).toList(),
                row.getString("reason_true"),
                row.getString("reason_told"),
                words(masked).toList(),
                null);
        return new EntryRow(
                UUID.fromString(row.getString("id")),
                row.getString("code"),
                row.getBytes("salt"),
                event,
                items,
                holders,
                recipients,
                rules,
                masked,
                row.getBytes("detail"),
                row.getBytes("mac"));
    }

    /** The agencies that this entry concerns, whose officers may read it. */
    Set<AgencyId> concerned() {
        var agencies = new LinkedHashSet<AgencyId>();
        if (event.actor().agency() != null) {
            agencies.add(event.actor().agency());
        }
        agencies.addAll(event.holders());
        event.recipients().forEach(to -> agencies.add(to.agency()));
        return agencies;
    }

    private static Stream<String> words(String text) {
        return text.isEmpty() ? Stream.empty() : Arrays.stream(text.split(" "));
    }

    private static ItemRef item(String word) {
        var parts = word.split("@");
        if (parts.length != 3) {
            throw new IllegalArgumentException("'%s' is not an item in the ledger".formatted(word));
        }
        return new ItemRef(
                UUID.fromString(parts[0]), Integer.parseInt(parts[1]), new AgencyId(UUID.fromString(parts[2])));
    }

    private static Recipient recipient(String word) {
        int slash = word.indexOf('/');
        return slash < 0
                ? Recipient.of(new AgencyId(UUID.fromString(word)))
                : new Recipient(
                        new AgencyId(UUID.fromString(word.substring(0, slash))),
                        new ProfessionalId(UUID.fromString(word.substring(slash + 1))));
    }

    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static <T> @Nullable T id(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : type.apply(UUID.fromString(text));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
