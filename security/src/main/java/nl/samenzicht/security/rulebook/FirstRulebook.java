package nl.samenzicht.security.rulebook;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import nl.samenzicht.security.database.DatabaseReady;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.DefaultRulebook;
import nl.samenzicht.security.policy.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the rulebook that the product comes with on the shelf when it is not there. In a demo the made-up signatories have
 * signed it; in production nobody has, until each agency's signatory does.
 */
@ApplicationScoped
public class FirstRulebook {
    private static final Logger LOG = LoggerFactory.getLogger(FirstRulebook.class);
    private static final String PUBLISH = "PUBLISH_RULEBOOK";
    private static final String JOB = "installation";

    private final RulebookShelf shelf;
    private final Directory directory;
    private final AuditLedger ledger;
    private final Clock clock;

    protected FirstRulebook() {
        this(null, null, null, null);
    }

    @Inject
    FirstRulebook(RulebookShelf shelf, Directory directory, AuditLedger ledger, Clock clock) {
        this.shelf = shelf;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    void publish(@Observes @Priority(2000) DatabaseReady ready) {
        var content = DefaultRulebook.text();
        var reference = DefaultRulebook.load().reference();
        var shelved = shelf.find(reference);
        if (shelved.isPresent()) {
            if (!Arrays.equals(shelved.get().hash(), RulebookShelf.hashOf(content))) {
                LOG.warn(
                        "Rulebook '{}' of this release is not the one that was published here; what was published stays in"
                                + " force",
                        reference);
            }
            return;
        }
        boolean demo = ready.mode() == DatabaseReady.Mode.DEMO;
        var entry = ledger.append(LedgerEvent.of(ledger.now(), PUBLISH, Actor.job(JOB))
                .purpose(Purpose.ADMINISTRATION.name())
                .category(DataCategory.RULEBOOK.name())
                .rulebook(reference)
                .detail("sha256=" + java.util.HexFormat.of().formatHex(RulebookShelf.hashOf(content)))
                .build());
        shelf.publish(
                DefaultRulebook.ID,
                DefaultRulebook.VERSION,
                DefaultRulebook.VALID_FROM,
                content,
                demo,
                clock.instant(),
                entry.code());
        if (demo) {
            signForEverybody(shelf.find(reference).orElseThrow());
        }
    }

    private void signForEverybody(PublishedRulebook version) {
        for (var agency : directory.activeAgencies()) {
            var signatory =
                    directory.holders(agency.id(), Function.SIGNATORY).stream().findFirst();
            if (signatory.isEmpty()) {
                if (agency.type() != AgencyType.PLATFORM) {
                    LOG.warn("Nobody signs the rulebook for the demo agency {}", agency.id());
                }
                continue;
            }
            var by = new Actor(
                    signatory.get().id(),
                    agency.id(),
                    agency.type().name(),
                    Function.SIGNATORY.name(),
                    null,
                    null,
                    null);
            var entry = ledger.append(LedgerEvent.of(ledger.now(), Action.SIGN_RULEBOOK.name(), by)
                    .purpose(Purpose.ADMINISTRATION.name())
                    .category(DataCategory.RULEBOOK.name())
                    .rulebook(version.reference())
                    .detail("demo; sha256=" + version.fingerprint().replace(" ", ""))
                    .build());
            shelf.sign(version, new Signature(agency.id(), signatory.get().id(), clock.instant(), entry.code()));
        }
    }
}
