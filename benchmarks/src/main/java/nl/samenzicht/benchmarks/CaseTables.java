package nl.samenzicht.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import nl.samenzicht.security.policy.AuthzWorkload;

/**
 * The cases and participations of the workload in tables of their own, once or several times over.
 *
 * <p>A participation carries the ground and the consent of its case; a foreign key that cascades keeps
 * that copy right. So one covering index answers which cases a user may see, in order of the case.
 *
 * @param suffix ends the names of the tables
 * @param cases how many cases there are
 */
record CaseTables(String suffix, int cases) {

    String caseTable() {
        return "case_file" + suffix;
    }

    String participationTable() {
        return "participation" + suffix;
    }

    /** Cases by ground, then in order of the case. */
    String groundIndex() {
        return "uq_" + caseTable() + "_list";
    }

    /** Participations of a user by ground and consent, then in order of the case. */
    String listIndex() {
        return "ix_" + participationTable() + "_list";
    }

    /** Participations of a user in order of the case. */
    String pageIndex() {
        return "ix_" + participationTable() + "_page";
    }

    static CaseTables load(Connection connection, AuthzWorkload workload, String suffix, int copies)
            throws SQLException {
        var tables = new CaseTables(suffix, workload.cases().size() * copies);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create table %1$s (
                        id varchar(24) character set ascii collate ascii_bin not null,
                        ground varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
                        consent varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
                        constraint pk_%1$s primary key (id),
                        constraint uq_%1$s_list unique (ground, id, consent),
                        constraint uq_%1$s_copied unique (id, ground, consent))
                    """.formatted(tables.caseTable()));
            statement.execute("""
                    create table %2$s (
                        user_id varchar(16) character set ascii collate ascii_bin not null,
                        case_id varchar(24) character set ascii collate ascii_bin not null,
                        state varchar(10) character set utf8mb4 collate utf8mb4_bin not null,
                        valid_from datetime(6) not null,
                        valid_until datetime(6) not null,
                        ground varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
                        consent varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
                        constraint pk_%2$s primary key (case_id, user_id),
                        constraint fk_%2$s_case foreign key (case_id, ground, consent)
                            references %1$s (id, ground, consent) on update cascade,
                        index ix_%2$s_list (user_id, state, ground, consent, case_id, valid_from, valid_until),
                        index ix_%2$s_page (user_id, state, case_id, ground, consent, valid_from, valid_until))
                    """.formatted(tables.caseTable(), tables.participationTable()));
        }
        connection.setAutoCommit(false);
        var grounds = new HashMap<String, AuthzWorkload.Case>();
        try (var insert = connection.prepareStatement(
                "insert into %s (id, ground, consent) values (?, ?, ?)".formatted(tables.caseTable()))) {
            for (var each : workload.cases()) {
                grounds.put(each.id(), each);
                for (int copy = 0; copy < copies; copy++) {
                    insert.setString(1, id(each.id(), copy));
                    insert.setString(2, each.ground());
                    insert.setString(3, each.consent());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        try (var insert = connection.prepareStatement("""
                insert into %s (user_id, case_id, state, valid_from, valid_until, ground, consent)
                values (?, ?, ?, ?, ?, ?, ?)""".formatted(tables.participationTable()))) {
            for (var each : workload.participations()) {
                var ofCase = grounds.get(each.caseId());
                for (int copy = 0; copy < copies; copy++) {
                    insert.setString(1, each.user());
                    insert.setString(2, id(each.caseId(), copy));
                    insert.setString(3, each.state());
                    insert.setObject(4, moment(Instant.ofEpochSecond(each.from())));
                    insert.setObject(5, moment(Instant.ofEpochSecond(each.until())));
                    insert.setString(6, ofCase.ground());
                    insert.setString(7, ofCase.consent());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("analyze table %s, %s".formatted(tables.caseTable(), tables.participationTable()));
        }
        return tables;
    }

    /** The id of a copy; the first copy keeps the id of the workload. */
    private static String id(String id, int copy) {
        return copy == 0 ? id : id + "-" + copy;
    }

    static Object moment(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
