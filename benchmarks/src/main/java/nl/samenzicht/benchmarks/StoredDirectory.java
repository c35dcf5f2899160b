package nl.samenzicht.benchmarks;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import nl.samenzicht.domain.world.TestDirectory;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.RowMac;

/** The people of the test world as rows, so that names cost what they cost in the product: its own directory reads them. */
final class StoredDirectory extends TestDirectory {

    private final DataSource database;
    private Directory product;

    StoredDirectory(DataSource database) {
        this.database = database;
    }

    /** From now on names are read by the product's directory. */
    void readBy(EntityManager store, RowMac macs, Clock clock) {
        product = new Directory(store, macs, clock);
    }

    @Override
    public AgencyId found(String name, AgencyType type) {
        var id = super.found(name, type);
        write(
                "insert into agency (id, name, type, from_at, demo, version) values (?, ?, ?, '2026-01-01', false, 1)",
                id,
                name,
                type);
        return id;
    }

    @Override
    public ProfessionalId hire(AgencyId agency, String name, Function function) {
        var id = super.hire(agency, name, function);
        write(
                "insert into professional (id, agency_id, display_name, user_name, from_at, version)"
                        + " values (?, ?, ?, ?, '2026-01-01', 1)",
                id,
                agency,
                name,
                id);
        return id;
    }

    private void write(String sql, Object... values) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setString(i + 1, values[i].toString());
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the directory cannot be written", e);
        }
    }

    @Override
    public AgencyCard agency(AgencyId id) {
        return product == null ? super.agency(id) : product.agency(id);
    }

    @Override
    public Map<ProfessionalId, String> namesOf(Set<ProfessionalId> ids) {
        return product == null ? super.namesOf(ids) : product.namesOf(ids);
    }

    @Override
    public ProfessionalCard professional(ProfessionalId id) {
        return product == null ? super.professional(id) : product.professional(id);
    }
}
