package nl.samenzicht.security.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import nl.samenzicht.security.database.DataSources;
import nl.samenzicht.security.database.Maintenance;
import nl.samenzicht.security.keys.LedgerKeys;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the ledger of this node, its sequencer and its verifier, on the pool of the ledger account. */
@ApplicationScoped
class LedgerProducer {
    @Resource(lookup = DataSources.LEDGER)
    private DataSource database;

    private final LedgerKeys keys;
    private final Path home;
    private final String origin;
    private final Optional<String> witnessFile;

    /** For CDI, which needs it to make a proxy. */
    protected LedgerProducer() {
        this(null, "", "", Optional.empty());
    }

    @Inject
    LedgerProducer(
            LedgerKeys keys,
            @ConfigProperty(name = "samenzicht.home") String home,
            @ConfigProperty(name = "samenzicht.ledger.origin", defaultValue = "samenzicht/ledger") String origin,
            @ConfigProperty(name = "samenzicht.witnesses") Optional<String> witnessFile) {
        this.keys = keys;
        this.home = Path.of(home);
        this.origin = origin;
        this.witnessFile = witnessFile;
    }

    @Produces
    @Singleton
    AuditLedger auditLedger() {
        return new AuditLedger(database, keys, Clock.systemUTC());
    }

    @Produces
    @Singleton
    LedgerSequencer sequencer() {
        return new LedgerSequencer(database, keys, home, Clock.systemUTC(), origin);
    }

    @Produces
    @Singleton
    RestoredLog restoredLog() {
        return new RestoredLog(database, keys, home, origin);
    }

    @Produces
    @Singleton
    LedgerVerifier verifier(AuditLedger ledger) {
        return new LedgerVerifier(database, keys, home, Clock.systemUTC(), origin, ledger);
    }

    @Produces
    @Singleton
    LedgerTiles tiles() {
        return new LedgerTiles(database, keys, origin);
    }

    @Produces
    @Singleton
    LedgerProofs proofs() {
        return new LedgerProofs(database, keys, origin);
    }

    @Produces
    @Singleton
    LedgerBundle bundle(Witnesses witnesses, AuditLedger ledger) {
        return new LedgerBundle(database, keys, Clock.systemUTC(), origin, witnesses, ledger);
    }

    @Produces
    @Singleton
    Witnesses witnesses() {
        return new Witnesses(
                database,
                keys,
                Clock.systemUTC(),
                origin,
                witnessFile.map(LedgerProducer::text).orElse(""));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException("SAMENZICHT_WITNESSES names '%s', which cannot be read".formatted(file), e);
        }
    }

    @Produces
    @Singleton
    LedgerLines lines() {
        return new LedgerLines(database, keys);
    }

    @Produces
    @Singleton
    Acts acts() {
        return new Acts(database);
    }

    @Produces
    @Singleton
    Looks looks() {
        return new Looks(database);
    }

    @Produces
    @ApplicationScoped
    LogRemovals removals(AuditLedger ledger, Maintenance maintenance) {
        return new LogRemovals(database, keys, ledger, maintenance, Clock.systemUTC());
    }

    @Produces
    @Singleton
    LedgerKeyCheck keyCheck() {
        return new LedgerKeyCheck(database, keys);
    }
}
