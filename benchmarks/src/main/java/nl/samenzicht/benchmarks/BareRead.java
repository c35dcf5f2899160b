package nl.samenzicht.benchmarks;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseFile;
import nl.samenzicht.domain.casefile.Item;
import nl.samenzicht.domain.casefile.Participation;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;

/**
 * The peer of an audited read: JPA reads the rows, nobody decides, nothing is unsealed, and the entry that the product wrote
 * for the same case is inserted once more, under another number, into the same table.
 */
final class BareRead {

    private static final String CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final ManyCases cases;
    private final ActingProfessional reader;
    private final String insert;
    private final Map<CaseFileId, List<Object>> entries = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    BareRead(ManyCases cases) throws SQLException {
        this.cases = cases;
        this.reader = cases.world().carer;
        var columns = new ArrayList<String>();
        try (var connection = cases.ledger().getConnection()) {
            try (var found = connection.getMetaData().getColumns(Database.CASEWORK, null, "ledger_entry", "%")) {
                while (found.next()) {
                    columns.add(found.getString("COLUMN_NAME"));
                }
            }
            columns.removeAll(List.of("seq", "id", "code"));
            this.insert = "insert into ledger_entry (id, code, " + String.join(", ", columns) + ") values (?, ?, "
                    + columns.stream().map(column -> "?").collect(joining(", ")) + ")";
            for (var file : cases.files()) {
                cases.world()
                        .as(reader, () -> cases.world().caseFiles.open(file, ManyCases.CATEGORY, ManyCases.PURPOSE));
                try (var read = connection.prepareStatement(
                        "select " + String.join(", ", columns)
                                + " from ledger_entry where case_id = ? and action = 'VIEW_SECTION' order by seq desc limit 1")) {
                    read.setString(1, file.value().toString());
                    try (var row = read.executeQuery()) {
                        row.next();
                        var entry = new ArrayList<>();
                        for (int i = 1; i <= columns.size(); i++) {
                            entry.add(row.getObject(i) instanceof UUID id ? id.toString() : row.getObject(i));
                        }
                        entries.put(file, entry);
                    }
                }
            }
        }
    }

    /** Reads every row that the audited read rests on and shows: case, participation, share, consent, items, names. */
    int sameRows() throws SQLException {
        var file = cases.any();
        record(file);
        return cases.world().as(reader, () -> {
            var store = cases.world().store();
            var rows = 0;
            rows += store.find(CaseFile.class, file) == null ? 0 : 1;
            rows += store.createQuery(
                            "select p from Participation p where p.caseFile = :file and p.agency = :agency",
                            Participation.class)
                    .setParameter("file", file)
                    .setParameter("agency", reader.agency())
                    .getResultList()
                    .size();
            rows += store.createQuery("select s, c from Share s, Consent c"
                            + " where s.caseFile = :file and s.recipient = :agency and c.id = s.consent")
                    .setParameter("file", file)
                    .setParameter("agency", reader.agency())
                    .getResultList()
                    .size();
            rows += content(store, file);
            cases.world().directory.agency(reader.agency());
            cases.world().directory.agency(cases.world().coordinator.agency());
            cases.world().directory.namesOf(Set.of(reader.professional()));
            return rows;
        });
    }

    /** Reads the items with their sealed content and keys, and nothing else. */
    int contentAlone() throws SQLException {
        var file = cases.any();
        record(file);
        return cases.world().as(reader, () -> content(cases.world().store(), file));
    }

    private int content(EntityManager store, CaseFileId file) {
        var items = store.createQuery(
                        "select i from Item i where i.caseFile = :file and i.category = :category"
                                + " order by i.recordedAt, i.id",
                        Item.class)
                .setParameter("file", file)
                .setParameter("category", ManyCases.CATEGORY)
                .getResultList();
        var versions = store.createNativeQuery(
                        "select v.item_id, v.version, v.sealed, v.recorded_by, v.recorded_at, k.holder, k.regime, k.wrapped"
                                + " from item i join item_version v on v.item_id = i.id and v.version = i.current_version"
                                + " join item_key k on k.item_id = v.item_id and k.version = v.version"
                                + " where i.case_id = ? and i.category = ?")
                .setParameter(1, file.value().toString())
                .setParameter(2, ManyCases.CATEGORY.name())
                .getResultList();
        if (items.size() != ManyCases.ITEMS || versions.size() < ManyCases.ITEMS) {
            throw new IllegalStateException("%d items and %d versions".formatted(items.size(), versions.size()));
        }
        return items.size() + versions.size();
    }

    private void record(CaseFileId file) throws SQLException {
        try (var connection = cases.ledger().getConnection()) {
            while (!inserted(connection, entries.get(file))) {
                Thread.onSpinWait();
            }
        }
    }

    /** A code that is taken is drawn again, as the product does. */
    private boolean inserted(Connection connection, List<Object> entry) throws SQLException {
        try (var statement = connection.prepareStatement(insert)) {
            statement.setString(1, TimeOrderedId.next().toString());
            statement.setString(2, code());
            int i = 2;
            for (var value : entry) {
                statement.setObject(++i, value);
            }
            return statement.executeUpdate() == 1;
        } catch (SQLIntegrityConstraintViolationException taken) {
            return false;
        }
    }

    private String code() {
        var bits = random.nextLong();
        var code = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            code.append(CODE_LETTERS.charAt((int) (bits & 31)));
            bits >>>= 5;
        }
        return code.insert(4, '-').toString();
    }
}
