package nl.samenzicht.security.signin;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.database.DataSources;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.HoldingRow;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that are open. One ends when its owner ends it, here or from elsewhere, after a quarter of an hour in
 * which nobody touched keyboard or screen, after twelve hours whatever happens, and at once when the function ends.
 */
@ApplicationScoped
public class Sessions {
    /** How long nobody may touch keyboard or screen. */
    public static final Duration IDLE = Duration.ofMinutes(15);

    /** How long a session lasts at most. */
    public static final Duration LONGEST = Duration.ofHours(12);

    private static final Duration NOTED_EACH = Duration.ofSeconds(20);

    @Resource(lookup = DataSources.APPLICATION)
    private DataSource database;

    private final RowMac macs;
    private final AuditLedger ledger;
    private final Clock clock;

    protected Sessions() {
        this(null, null, null);
    }

    @Inject
    Sessions(RowMac macs, AuditLedger ledger, Clock clock) {
        this.macs = macs;
        this.ledger = ledger;
        this.clock = clock;
    }

    SessionId begin(ProfessionalId professional, UUID holding, AssuranceLevel assurance, Visitor visitor) {
        return begin(professional, holding, assurance, visitor, clock.instant());
    }

    /** Ends a session and begins one under another function; twelve hours count from the first. */
    SessionId goOn(ActingProfessional who, UUID holding, Visitor visitor) {
        Instant since = startOf(who.session());
        signOut(who.session());
        return begin(who.professional(), holding, who.assurance(), visitor, since);
    }

    private SessionId begin(
            ProfessionalId professional, UUID holding, AssuranceLevel assurance, Visitor visitor, Instant since) {
        var id = new SessionId(TimeOrderedId.next());
        Instant now = clock.instant();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into sign_in_session (id, professional_id, holding_id,"
                                + " assurance, address, device, started_at, seen_at, mac) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, id.toString());
            insert.setString(2, professional.toString());
            insert.setString(3, holding.toString());
            insert.setString(4, assurance.name());
            insert.setString(5, visitor.address());
            insert.setString(6, visitor.device());
            insert.setObject(7, utc(since));
            insert.setObject(8, utc(now));
            insert.setBytes(9, macs.of(fields(id, professional, holding, assurance, since)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a session cannot be begun", e);
        }
        var who = acting(id);
        ledger.append(LedgerEvent.of(ledger.now(), "SIGN_IN", Actor.of(who, visitor.address()))
                .build());
        return id;
    }

    /**
     * Returns who acts in this session, as the directory has it now.
     *
     * @throws NotSignedIn when the session or what it rests on has ended
     */
    public ActingProfessional acting(SessionId session) {
        Instant now = clock.instant();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select s.professional_id, s.holding_id, s.assurance, s.started_at, s.seen_at, s.ended_at,"
                                + " s.mac as session_mac, p.agency_id, p.until_at as person_until, a.type,"
                                + " a.until_at as agency_until, h.held_function, h.proposed_by, h.proposed_at,"
                                + " h.decided_by, h.decided_at, h.from_at, h.until_at, h.ended_by, h.mac"
                                + " from sign_in_session s join function_holding h on h.id = s.holding_id"
                                + " and h.professional_id = s.professional_id"
                                + " join professional p on p.id = s.professional_id join agency a on a.id = p.agency_id"
                                + " where s.id = ?")) {
            select.setString(1, session.toString());
            try (var row = select.executeQuery()) {
                if (!row.next() || row.getString("ended_at") != null) {
                    throw new NotSignedIn(NotSignedIn.Why.ENDED);
                }
                var professional = new ProfessionalId(UUID.fromString(row.getString("professional_id")));
                var holding = UUID.fromString(row.getString("holding_id"));
                var assurance = AssuranceLevel.valueOf(row.getString("assurance"));
                var since = time(row, "started_at");
                if (!macs.matches(
                        row.getBytes("session_mac"), fields(session, professional, holding, assurance, since))) {
                    throw new NotSignedIn(NotSignedIn.Why.ENDED);
                }
                if (!now.isBefore(time(row, "seen_at").plus(IDLE))) {
                    throw new NotSignedIn(NotSignedIn.Why.IDLE);
                }
                if (!now.isBefore(since.plus(LONGEST))) {
                    throw new NotSignedIn(NotSignedIn.Why.ENDED);
                }
                var held = new HoldingRow(
                        holding,
                        professional,
                        new AgencyId(UUID.fromString(row.getString("agency_id"))),
                        AgencyType.valueOf(row.getString("type")),
                        Function.valueOf(row.getString("held_function")),
                        person(row, "proposed_by"),
                        time(row, "proposed_at"),
                        person(row, "decided_by"),
                        time(row, "decided_at"),
                        time(row, "from_at"),
                        time(row, "until_at"),
                        person(row, "ended_by"));
                if (!held.activeAt(now)
                        || !held.sound(row.getBytes("mac"), macs)
                        || endedBy(now, time(row, "person_until"))
                        || endedBy(now, time(row, "agency_until"))) {
                    throw new NotSignedIn(NotSignedIn.Why.FUNCTION_ENDED);
                }
                return new ActingProfessional(
                        professional, held.agency(), held.agencyType(), held.function(), assurance, session);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("session " + session + " cannot be read", e);
        }
    }

    /** What must never change about a session; when it was seen last does. */
    static Canonical fields(
            SessionId id, ProfessionalId professional, UUID holding, AssuranceLevel assurance, Instant since) {
        return Canonical.of("sign_in_session")
                .id(id.value())
                .id(professional.value())
                .id(holding)
                .code(assurance)
                .time(since);
    }

    private static boolean endedBy(Instant now, @Nullable Instant until) {
        return until != null && !now.isBefore(until);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var utc = row.getObject(column, LocalDateTime.class);
        return utc == null ? null : instant(utc);
    }

    private static @Nullable ProfessionalId person(ResultSet row, String column) throws SQLException {
        var id = row.getString(column);
        return id == null ? null : new ProfessionalId(UUID.fromString(id));
    }

    private Instant startOf(SessionId session) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select started_at from sign_in_session where id = ?")) {
            select.setString(1, session.toString());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotSignedIn(NotSignedIn.Why.ENDED);
                }
                return instant(row.getObject(1, LocalDateTime.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("session " + session + " cannot be read", e);
        }
    }

    /**
     * Returns how long this session still holds when nobody touches anything.
     *
     * @throws NotSignedIn when it has ended
     */
    public Duration left(SessionId session) {
        acting(session);
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select seen_at, started_at from sign_in_session where id = ?")) {
            select.setString(1, session.toString());
            try (var row = select.executeQuery()) {
                row.next();
                Instant idle = instant(row.getObject(1, LocalDateTime.class)).plus(IDLE);
                Instant last = instant(row.getObject(2, LocalDateTime.class)).plus(LONGEST);
                return Duration.between(clock.instant(), idle.isBefore(last) ? idle : last);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("session " + session + " cannot be read", e);
        }
    }

    /** Notes that somebody touched keyboard or screen; a session that stood idle too long stays ended. */
    public void touch(SessionId session) {
        Instant now = clock.instant();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update sign_in_session set seen_at = ? where id = ?"
                        + " and ended_at is null and seen_at < ? and seen_at > ?")) {
            update.setObject(1, utc(now));
            update.setString(2, session.toString());
            update.setObject(3, utc(now.minus(NOTED_EACH)));
            update.setObject(4, utc(now.minus(IDLE)));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("session " + session + " cannot be kept", e);
        }
    }

    /** Ends a session by its owner, who signs out; does nothing when it had ended. */
    public void signOut(SessionId session) {
        ActingProfessional who;
        try {
            who = acting(session);
        } catch (NotSignedIn e) {
            return;
        }
        end(session, "SIGNED_OUT");
        ledger.append(
                LedgerEvent.of(ledger.now(), "SIGN_OUT", Actor.of(who, null)).build());
    }

    /** Returns the open sessions of the one who asks. */
    public List<SessionCard> of(ActingProfessional who) {
        Instant now = clock.instant();
        var cards = new ArrayList<SessionCard>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select s.id, h.held_function, s.address, s.device, s.started_at, s.seen_at from sign_in_session s"
                                + " join function_holding h on h.id = s.holding_id where s.professional_id = ?"
                                + " and s.ended_at is null and s.seen_at > ? and s.started_at > ? order by s.seen_at desc")) {
            select.setString(1, who.professional().toString());
            select.setObject(2, utc(now.minus(IDLE)));
            select.setObject(3, utc(now.minus(LONGEST)));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var id = new SessionId(UUID.fromString(row.getString(1)));
                    cards.add(new SessionCard(
                            id,
                            Function.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            instant(row.getObject(5, LocalDateTime.class)),
                            instant(row.getObject(6, LocalDateTime.class)),
                            id.equals(who.session())));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("sessions cannot be listed", e);
        }
        return cards;
    }

    /** Ends another session of the one who asks; a session of somebody else is left alone. */
    public void endOwn(ActingProfessional who, SessionId other) {
        if (of(who).stream().noneMatch(card -> card.id().equals(other))) {
            return;
        }
        end(other, "ENDED_ELSEWHERE");
        ledger.append(
                LedgerEvent.of(ledger.now(), "END_SESSION", Actor.of(who, null)).build());
    }

    /** Ends every session of somebody, such as after a new password. */
    public void endAllOf(ProfessionalId professional) {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement("update sign_in_session set ended_at = ?, ended_why = 'ACCOUNT'"
                                + " where professional_id = ? and ended_at is null")) {
            update.setObject(1, utc(clock.instant()));
            update.setString(2, professional.toString());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the sessions of professional " + professional + " cannot be ended", e);
        }
    }

    /** Ends every session of everybody, such as those that a backup brought back. */
    void endAll() {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update sign_in_session set ended_at = ?, ended_why = 'RESTORED' where ended_at is null")) {
            update.setObject(1, utc(clock.instant()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the sessions cannot be ended", e);
        }
    }

    /** Shows each open session of who works at an agency; of one that we did not write so, its number and whose it says to be. */
    void inspect(AgencyId agency, Runnable each, BiConsumer<UUID, ProfessionalId> forged) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select s.id, s.professional_id, s.holding_id, s.assurance, s.started_at, s.mac"
                                + " from sign_in_session s join professional p on p.id = s.professional_id"
                                + " where p.agency_id = ? and s.ended_at is null")) {
            select.setString(1, agency.toString());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    each.run();
                    var id = new SessionId(UUID.fromString(row.getString("id")));
                    var professional = new ProfessionalId(UUID.fromString(row.getString("professional_id")));
                    var fields = fields(
                            id,
                            professional,
                            UUID.fromString(row.getString("holding_id")),
                            AssuranceLevel.valueOf(row.getString("assurance")),
                            time(row, "started_at"));
                    if (!macs.matches(row.getBytes("mac"), fields)) {
                        forged.accept(id.value(), professional);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the sessions of agency " + agency + " cannot be checked", e);
        }
    }

    private void end(SessionId session, String why) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update sign_in_session set ended_at = ?, ended_why = ? where id = ? and ended_at is null")) {
            update.setObject(1, utc(clock.instant()));
            update.setString(2, why);
            update.setString(3, session.toString());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("session " + session + " cannot be ended", e);
        }
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
