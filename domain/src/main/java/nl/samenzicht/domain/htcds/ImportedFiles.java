package nl.samenzicht.domain.htcds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;

/** Which files an agency has imported, by their hash alone. */
@ApplicationScoped
public class ImportedFiles {

    private final EntityManager store;

    protected ImportedFiles() {
        this(null);
    }

    @Inject
    public ImportedFiles(@Casework EntityManager store) {
        this.store = store;
    }

    /** When this agency imported exactly this file; empty when it did not. */
    Optional<Instant> importedBefore(AgencyId agency, byte[] file) {
        return store.createNativeQuery("select imported_at from imported_file where agency = ? and sha256 = ?")
                .setParameter(1, agency.value().toString())
                .setParameter(2, sha256(file))
                .getResultStream()
                .findFirst()
                .map(InstantConverter::instant);
    }

    void remember(ActingProfessional who, byte[] file, int cases, Instant at) {
        store.createNativeQuery("insert into imported_file (id, agency, sha256, cases, imported_by, imported_at)"
                        + " values (?,?,?,?,?,?)")
                .setParameter(1, TimeOrderedId.next().toString())
                .setParameter(2, who.agency().value().toString())
                .setParameter(3, sha256(file))
                .setParameter(4, cases)
                .setParameter(5, who.professional().value().toString())
                .setParameter(6, InstantConverter.column(at))
                .executeUpdate();
    }

    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
