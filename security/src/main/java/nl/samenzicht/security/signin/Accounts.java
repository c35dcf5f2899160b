package nl.samenzicht.security.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.RowMac;

/** What people sign in with. A row whose MAC does not fit counts as absent: nobody signs in with it. */
@ApplicationScoped
class Accounts {
    @PersistenceContext(unitName = "directory")
    private EntityManager entities;

    private final RowMac macs;

    protected Accounts() {
        this(null);
    }

    @Inject
    Accounts(RowMac macs) {
        this.macs = macs;
    }

    Optional<Account> find(ProfessionalId professional) {
        return row(professional).filter(this::sound);
    }

    /** Whether a password was chosen once, also when somebody changed the row since: then it takes two people. */
    boolean hasPassword(ProfessionalId professional) {
        return row(professional)
                .filter(account -> account.passwordHash() != null)
                .isPresent();
    }

    Account setPassword(ProfessionalId professional, String hash, Instant at) {
        var known = row(professional);
        var account = known.orElseGet(() -> new Account(professional));
        if (known.isPresent() && !sound(account)) {
            account.forgetSecondFactor();
        }
        account.setPassword(hash, at);
        changed(account);
        if (known.isEmpty()) {
            entities.persist(account);
        }
        return account;
    }

    void changed(Account account) {
        account.sign(macs);
    }

    boolean sound(Account account) {
        return account.sound(macs);
    }

    private Optional<Account> row(ProfessionalId professional) {
        return Optional.ofNullable(entities.find(Account.class, professional));
    }
}
