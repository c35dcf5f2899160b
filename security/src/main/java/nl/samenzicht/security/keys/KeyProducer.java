package nl.samenzicht.security.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands out the keys of this installation, from the folder under {@code samenzicht.home}. */
@ApplicationScoped
class KeyProducer {
    private final Path home;

    /** For CDI, which needs it to make a proxy. */
    protected KeyProducer() {
        home = Path.of("");
    }

    @Inject
    KeyProducer(@ConfigProperty(name = "samenzicht.home") String home) {
        this.home = Path.of(home);
    }

    @Produces
    @Singleton
    KeyFolder keyFolder() {
        return KeyFolder.openOrCreate(home);
    }

    @Produces
    @Singleton
    LedgerKeys ledgerKeys(KeyFolder folder) {
        return new LedgerKeys(folder);
    }

    @Produces
    @Singleton
    Vault vault(KeyFolder folder) {
        return new Vault(new DerivedAgencyKeys(folder));
    }

    @Produces
    @Singleton
    PersonSeals personSeals(KeyFolder folder) {
        return new PersonSeals(new DerivedAgencyKeys(folder));
    }

    @Produces
    @Singleton
    RowMac rowMac(KeyFolder folder) {
        return new RowMac(folder);
    }

    @Produces
    @Singleton
    BlindIndex blindIndex(KeyFolder folder) {
        return new BlindIndex(folder);
    }

    @Produces
    @Singleton
    LinkageKeys linkageKeys(KeyFolder folder) {
        return new LinkageKeys(folder);
    }

    @Produces
    @Singleton
    Sealer sealer(KeyFolder folder) {
        return new Sealer(folder);
    }

    @Produces
    @Singleton
    OutgoingSeal outgoingSeal(KeyFolder folder) {
        return new OutgoingSeal(folder);
    }
}
