package nl.samenzicht.it.container;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemChangedMeanwhile;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.ConsentService;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mariadb.jdbc.MariaDbDataSource;

/** Casework on the container's own transactions: what is on record, what is rolled back, and what is refused. */
@ExtendWith({ContainerGround.class, ArquillianExtension.class})
class CaseworkInContainerIT {

    @Inject
    CaseFileService caseFiles;

    @Inject
    ParticipationService participations;

    @Inject
    ConsentService consents;

    @Inject
    ShareService shares;

    @Inject
    Directory directory;

    @Inject
    PlayedProfessional people;

    @Inject
    UserTransaction transaction;

    @Deployment
    static WebArchive product() {
        return ContainerWar.withPlayers();
    }

    private void noor() {
        people.play(directory, "noor@waterdam.example", Function.CARE_COORDINATOR);
    }

    private void amina() {
        people.play(directory, "amina@deluwte.example", Function.CARE_WORKER);
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private CaseFileId openedCase() {
        noor();
        return caseFiles
                .open(
                        new OpenCase(new Cooperation(Framework.CONVENANT, "Convenant 2026", Optional.of(inDays(200)))),
                        Purpose.SUPPORT)
                .id();
    }

    @Test
    void a_case_is_shared_for_one_purpose_and_read_by_whom_it_was_shared_with() {
        // given
        var file = openedCase();
        caseFiles.record(
                file,
                DataCategory.SITUATION,
                ItemKind.FIELDS,
                Map.of("living", "Kamer boven de zaak", "dayActivity", "Taalles"),
                Purpose.SUPPORT);
        amina();
        var deLuwte = people.current().agency();
        thenThrownBy(() -> caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT))
                .isInstanceOfSatisfying(
                        AccessDenied.class, refused -> then(refused.told()).isEqualTo(Reason.NOTHING_HERE));
        // when
        noor();
        participations.invite(
                file,
                new Invitation(deLuwte, Optional.empty(), Purpose.SUPPORT, Ground.CONSENT, Instant.now(), inDays(60)),
                Purpose.SUPPORT);
        var consent = consents.record(
                file,
                new ConsentQuestion(deLuwte, Purpose.SUPPORT, DataCategory.SITUATION, inDays(50)),
                true,
                new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(24), ConsentForm.WRITTEN),
                Purpose.SUPPORT);
        var share = shares.offer(new ShareDraft(
                file,
                DataCategory.SITUATION,
                true,
                Set.of(),
                Set.of("dayActivity"),
                deLuwte,
                Optional.empty(),
                Purpose.SUPPORT,
                Ground.CONSENT,
                Optional.of(consent),
                Optional.empty(),
                Optional.of("Voor de intake"),
                inDays(40)));
        amina();
        shares.accept(share, Purpose.SUPPORT);
        var section = caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT);
        // then
        then(section.items()).singleElement().satisfies(item -> {
            then(item.content().values()).containsOnlyKeys("living");
            then(item.leftOut()).containsExactly("dayActivity");
        });
        noor();
        consents.withdraw(file, consent, Purpose.SUPPORT);
        amina();
        thenThrownBy(() -> caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_rollback_takes_the_item_back_and_leaves_the_record() throws Exception {
        // given
        var file = openedCase();
        long recorded = count(
                "select count(*) from ledger_entry where action = 'RECORD_ITEM' and case_id = '" + file.value() + "'");
        // when
        transaction.begin();
        caseFiles.record(file, DataCategory.SITUATION, ItemKind.FIELDS, Map.of("living", "Onbekend"), Purpose.SUPPORT);
        transaction.rollback();
        // then
        then(caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT).items())
                .isEmpty();
        then(count("select count(*) from ledger_entry where action = 'RECORD_ITEM' and case_id = '" + file.value()
                        + "'"))
                .isEqualTo(recorded + 1);
    }

    @Test
    void while_the_ledger_cannot_be_written_nothing_is_disclosed_and_nothing_is_done() throws Exception {
        // given
        var file = openedCase();
        caseFiles.record(
                file, DataCategory.SITUATION, ItemKind.FIELDS, Map.of("living", "Bij familie"), Purpose.SUPPORT);
        // when
        sql("revoke insert on samenzicht.ledger_entry from 'samenzicht_ledger'@'127.0.0.1'");
        try {
            thenThrownBy(() -> caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT))
                    .isInstanceOfSatisfying(
                            AccessDenied.class, refused -> then(refused.told()).isEqualTo(Reason.LEDGER_UNAVAILABLE));
            thenThrownBy(() -> caseFiles.record(
                            file, DataCategory.SITUATION, ItemKind.FIELDS, Map.of("living", "Nieuw"), Purpose.SUPPORT))
                    .isInstanceOf(AccessDenied.class);
        } finally {
            sql("grant insert on samenzicht.ledger_entry to 'samenzicht_ledger'@'127.0.0.1'");
        }
        // then
        then(caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT).items())
                .singleElement()
                .satisfies(item -> then(item.content().values()).containsEntry("living", "Bij familie"));
    }

    @Test
    void of_two_who_change_one_item_at_once_one_is_told() throws Exception {
        // given
        var file = openedCase();
        var item = caseFiles.record(
                file, DataCategory.SITUATION, ItemKind.FIELDS, Map.of("living", "Eerst"), Purpose.SUPPORT);
        var ready = new CountDownLatch(1);
        var done = new AtomicInteger();
        var told = new AtomicInteger();
        Runnable editor = () -> {
            noor();
            try {
                ready.await();
                caseFiles.change(
                        file,
                        DataCategory.SITUATION,
                        item,
                        1,
                        Map.of("living", Thread.currentThread().getName()),
                        Purpose.SUPPORT);
                done.incrementAndGet();
            } catch (ItemChangedMeanwhile meanwhile) {
                told.incrementAndGet();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
        var one = new Thread(editor, "een");
        var other = new Thread(editor, "twee");
        // when
        one.start();
        other.start();
        ready.countDown();
        one.join();
        other.join();
        // then
        then(done).hasValue(1);
        then(told).hasValue(1);
        then(caseFiles.history(file, DataCategory.SITUATION, item, Purpose.SUPPORT))
                .hasSize(2);
    }

    private static Connection migration() throws SQLException {
        return new MariaDbDataSource(System.getProperty("samenzicht.db.url"))
                .getConnection("samenzicht_migration", "migration");
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = migration();
                var executing = connection.createStatement()) {
            executing.execute(statement);
        }
    }

    private static long count(String query) throws SQLException {
        try (var connection = migration();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
