package nl.samenzicht.security.signin;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;
import nl.samenzicht.security.database.DatabaseReady;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Membership;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LifeCycle;
import nl.samenzicht.security.ledger.RestoredLog;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Declares, before anybody is let in, that a backup was put back: a line in the log that concerns every agency, and word to
 * their privacy officers. Sessions and links that the backup brought back end. The command {@code restore} leaves a file that says
 * who did it, and why; it goes when all that is done, so a start that is cut off in between declares it once more.
 */
@ApplicationScoped
public class RestoredBackup {
    private static final Logger LOG = LoggerFactory.getLogger(RestoredBackup.class);
    private static final String FILE = "restored.properties";
    private static final String JOB = "restore";

    private final RestoredLog log;
    private final Sessions sessions;
    private final Links links;
    private final Membership membership;
    private final Notices notices;
    private final AuditLedger ledger;
    private final Config config;

    protected RestoredBackup() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    RestoredBackup(
            RestoredLog log,
            Sessions sessions,
            Links links,
            Membership membership,
            Notices notices,
            AuditLedger ledger,
            Config config) {
        this.log = log;
        this.sessions = sessions;
        this.links = links;
        this.membership = membership;
        this.notices = notices;
        this.ledger = ledger;
        this.config = config;
    }

    /** What the command left. */
    private record Said(Instant made, Instant restored, String by, String why) {

        static Said in(Path file) throws IOException {
            var said = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                said.load(in);
            }
            try {
                return new Said(
                        Instant.parse(said.getProperty("made", "")),
                        Instant.parse(said.getProperty("restored", "")),
                        said.getProperty("by", ""),
                        said.getProperty("why", ""));
            } catch (DateTimeException e) {
                throw new IllegalStateException(
                        file
                                + " is not as the command 'restore' left it. Restore once more, so that it can be declared.",
                        e);
            }
        }
    }

    void begin(@Observes @Priority(1900) DatabaseReady ready) throws IOException, SQLException {
        Path file = Path.of(config.getValue("samenzicht.home", String.class)).resolve(FILE);
        if (Files.exists(file)) {
            declare(Said.in(file));
            Files.delete(file);
        }
    }

    private void declare(Said said) throws IOException, SQLException {
        var extent = log.setAside(said.restored());
        sessions.endAll();
        links.withdrawAll();
        var agencies = membership.agencies();
        var event = LedgerEvent.of(ledger.now(), Action.RESTORE.name(), Actor.job(JOB))
                .lifeCycle(LifeCycle.UPDATE)
                .purpose(Purpose.ADMINISTRATION.name())
                .category(DataCategory.DIRECTORY.name())
                .detail("backup=%s; restored=%s; by=%s; why=%s; lines=%d; lines known before=%d"
                        .formatted(said.made(), said.restored(), said.by(), said.why(), extent.size(), extent.known()));
        agencies.forEach(each -> event.holder(each.agency().id()));
        var line = ledger.append(event.build());
        for (var each : agencies) {
            notices.tell(
                    each.agency().id(),
                    Function.PRIVACY_OFFICER,
                    "restore.declared",
                    line.id().value());
        }
        LOG.warn(
                "A backup of {} was put back; {} lines of the log came back, and {} were known. Declared as {}",
                said.made(),
                extent.size(),
                extent.known(),
                line.code());
    }
}
