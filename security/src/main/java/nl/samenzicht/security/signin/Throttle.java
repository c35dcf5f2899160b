package nl.samenzicht.security.signin;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.samenzicht.security.database.DataSources;

/**
 * Makes guessing slow without giving anybody the means to shut somebody else out: what counts is the account and the
 * address together, and beside it the address alone when it fails on many accounts.
 */
@ApplicationScoped
class Throttle {
    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
    private static final int FREE_PER_ADDRESS = 30;
    private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(15);
    private static final Pattern USER_NAME = Pattern.compile("[^@\\s]{1,100}@[^@\\s]{1,150}");

    @Resource(lookup = DataSources.APPLICATION)
    private DataSource database;

    private final Clock clock;

    protected Throttle() {
        this(null);
    }

    @Inject
    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** Returns how long this visitor must wait before the next try on this account; zero when not at all. */
    Duration waitFor(String userName, Visitor visitor) {
        Instant now = clock.instant();
        try (var connection = database.getConnection()) {
            boolean known = false;
            try (var select = connection.prepareStatement(
                    "select failures, last_failure_at, last_success_at from sign_in_throttle"
                            + " where account_key = ? and address = ?")) {
                select.setBytes(1, key(userName));
                select.setString(2, visitor.address());
                try (var row = select.executeQuery()) {
                    if (row.next()) {
                        var last = Optional.ofNullable(row.getObject(2, LocalDateTime.class))
                                .map(at -> at.toInstant(ZoneOffset.UTC));
                        known = row.getTimestamp(3) != null;
                        if (last.isPresent()) {
                            var wait = left(delay(row.getInt(1)), last.get(), now);
                            if (!wait.isZero()) {
                                return wait;
                            }
                        }
                    }
                }
            }
            return known ? Duration.ZERO : waitForAddress(connection, visitor, now);
        } catch (SQLException e) {
            throw new IllegalStateException("the failures of an address cannot be read", e);
        }
    }

    private static Duration waitForAddress(java.sql.Connection connection, Visitor visitor, Instant now)
            throws SQLException {
        try (var select = connection.prepareStatement("select sum(failures), max(last_failure_at) from sign_in_throttle"
                + " where address = ? and last_failure_at > ?")) {
            select.setString(1, visitor.address());
            select.setObject(2, utc(now.minus(ADDRESS_WINDOW)));
            try (var row = select.executeQuery()) {
                if (row.next() && row.getInt(1) > FREE_PER_ADDRESS) {
                    var last = row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                    return left(Duration.ofMinutes(1), last, now);
                }
            }
        }
        return Duration.ZERO;
    }

    /** Nothing for the first three, then 2, 4, 8 … seconds, at most a quarter of an hour. */
    static Duration delay(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE + 1, 20);
        var delay = Duration.ofSeconds(1L << doublings);
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private static Duration left(Duration delay, Instant since, Instant now) {
        var left = Duration.between(now, since.plus(delay));
        return left.isNegative() ? Duration.ZERO : left;
    }

    void failed(String userName, Visitor visitor) {
        Instant now = clock.instant();
        write(
                "insert into sign_in_throttle (account_key, address, failures, last_failure_at) values (?, ?, 1, ?)"
                        + " on duplicate key update failures = if(last_failure_at < ?, 1, failures + 1),"
                        + " last_failure_at = values(last_failure_at)",
                userName,
                visitor,
                now,
                now.minus(FORGOTTEN_AFTER));
    }

    void succeeded(String userName, Visitor visitor) {
        Instant now = clock.instant();
        write(
                "insert into sign_in_throttle (account_key, address, failures, last_success_at) values (?, ?, 0, ?)"
                        + " on duplicate key update failures = 0, last_failure_at = null, last_success_at = ?",
                userName,
                visitor,
                now,
                now);
    }

    private void write(String sql, String userName, Visitor visitor, Instant first, Instant second) {
        try (var connection = database.getConnection();
                var write = connection.prepareStatement(sql)) {
            write.setBytes(1, key(userName));
            write.setString(2, visitor.address());
            write.setObject(3, utc(first));
            write.setObject(4, utc(second));
            write.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a try cannot be counted", e);
        }
    }

    /** What has not the shape of a user name may be a password, and falls on one heap. */
    private static byte[] key(String userName) {
        String plain = userName.strip().toLowerCase(Locale.ROOT);
        return USER_NAME.matcher(plain).matches() ? Tokens.hash(plain) : new byte[32];
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
