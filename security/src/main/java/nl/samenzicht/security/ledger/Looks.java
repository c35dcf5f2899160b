package nl.samenzicht.security.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;

/**
 * Who has looked at items, for the agency that owns them: what was read cannot be taken back, and is told when a share ends.
 * A look appears here when its entry is in the tree, about a second later.
 */
public class Looks {

    private final DataSource ledger;

    /** For CDI, which needs it to make a proxy. */
    protected Looks() {
        this(null);
    }

    public Looks(DataSource ledger) {
        this.ledger = ledger;
    }

    /** One permitted look. */
    public record Look(Instant at, ProfessionalId professional, EntryCode code) {}

    /**
     * One look of another agency at what one's own agency keeps.
     *
     * @param category as {@link nl.samenzicht.security.policy.DataCategory} names it
     */
    public record LookOfOthers(Instant at, AgencyId agency, String category, EntryCode code) {}

    /**
     * The latest permitted looks of other agencies in one case that concern this one as a holder, newest first.
     *
     * @param categories the names of the categories that may be told of
     * @throws LedgerUnavailable when the ledger cannot be read
     */
    public List<LookOfOthers> lately(UUID caseFile, AgencyId owner, Collection<String> categories, int most) {
        if (categories.isEmpty()) {
            return List.of();
        }
        var sql = "select e.at, e.agency, e.category, e.code from ledger_index x join ledger_entry e on e.seq = x.seq"
                + " where x.agency = ? and x.case_id = ? and x.as_holder and not x.as_actor"
                + " and e.outcome = 'PERMITTED' and e.life_cycle = 'R' and e.agency is not null"
                + " and e.category in (" + marks(categories) + ")"
                + " order by x.at desc, x.seq desc limit ?";
        var parameters =
                Stream.concat(Stream.of(owner.value(), caseFile), Stream.concat(categories.stream(), Stream.of(most)));
        return rows(
                sql,
                parameters,
                row -> new LookOfOthers(
                        at(row),
                        new AgencyId(UUID.fromString(row.getString(2))),
                        row.getString(3),
                        new EntryCode(row.getString(4))));
    }

    /**
     * The permitted looks by an agency at any of these items, newest first, at most 200.
     *
     * @throws LedgerUnavailable when the ledger cannot be read
     */
    public List<Look> at(Collection<UUID> items, AgencyId by, Instant since) {
        if (items.isEmpty()) {
            return List.of();
        }
        var sql = "select distinct e.at, e.professional, e.code from ledger_item i join ledger_entry e on e.seq = i.seq"
                + " where i.item in (" + marks(items)
                + ") and e.agency = ? and e.outcome = 'PERMITTED' and e.life_cycle = 'R'"
                + " and e.professional is not null and e.at >= ? order by e.at desc limit 200";
        var parameters =
                Stream.concat(items.stream(), Stream.of(by.value(), LocalDateTime.ofInstant(since, ZoneOffset.UTC)));
        return rows(
                sql,
                parameters,
                row -> new Look(
                        at(row),
                        new ProfessionalId(UUID.fromString(row.getString(2))),
                        new EntryCode(row.getString(3))));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** Makes one look of the row that a result stands at. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Stream<?> parameters, Reading<T> reading) {
        try (var connection = ledger.getConnection();
                var statement = connection.prepareStatement(sql)) {
            int position = 1;
            for (var parameter : parameters.toList()) {
                statement.setObject(position++, parameter instanceof UUID id ? id.toString() : parameter);
            }
            var looks = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    looks.add(reading.of(rows));
                }
            }
            return looks;
        } catch (SQLException unreadable) {
            throw new LedgerUnavailable("The looks at items cannot be read", unreadable);
        }
    }

    private static String marks(Collection<?> of) {
        return of.stream().map(each -> "?").collect(Collectors.joining(","));
    }
}
