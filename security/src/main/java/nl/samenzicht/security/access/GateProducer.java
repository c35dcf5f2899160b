package nl.samenzicht.security.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.ledger.AuditLedger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the one gate of this node from what the container has. */
@ApplicationScoped
class GateProducer {

    @Resource
    private TransactionSynchronizationRegistry transactions;

    private final PolicyInForce policy;
    private final Instance<ResourceProvider> resources;
    private final AuditLedger ledger;
    private final Directory directory;
    private final Instance<AccessPoint> accessPoint;
    private final boolean secondFactorRequired;

    protected GateProducer() {
        this(null, null, null, null, null, "production", Optional.empty());
    }

    @Inject
    GateProducer(
            PolicyInForce policy,
            Instance<ResourceProvider> resources,
            AuditLedger ledger,
            Directory directory,
            Instance<AccessPoint> accessPoint,
            @ConfigProperty(name = "samenzicht.mode", defaultValue = "production") String mode,
            @ConfigProperty(name = "samenzicht.second-factor.required") Optional<Boolean> secondFactorRequired) {
        this.policy = policy;
        this.resources = resources;
        this.ledger = ledger;
        this.directory = directory;
        this.accessPoint = accessPoint;
        this.secondFactorRequired = AssuranceLevel.secondFactorRequired(mode, secondFactorRequired);
    }

    @Produces
    @ApplicationScoped
    AccessGate gate() {
        return new AccessGate(
                policy::engine,
                resources::get,
                ledger,
                directory::agency,
                runningTransaction(),
                () -> accessPoint.isResolvable() ? accessPoint.get().address() : null,
                secondFactorRequired,
                policy::signedBy);
    }

    @Produces
    @ApplicationScoped
    RunningTransaction runningTransaction() {
        return () -> {
            var key = transactions.getTransactionKey();
            if (key == null) {
                throw new IllegalStateException("The gate was asked outside a transaction");
            }
            return key;
        };
    }
}
