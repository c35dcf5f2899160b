package nl.samenzicht.security.signin;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Optional;
import nl.samenzicht.security.database.DatabaseReady.Mode;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.NotSignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first start after a restore does before anybody is let in. */
class RestoredBackupTest {
    private static final String DECLARED = """
            made=2026-11-20T02\\:00\\:00Z
            restored=2026-11-23T09\\:30\\:00Z
            by=Robin Bos
            why=De schijf brak
            """;

    @TempDir
    private Path home;

    private SignInWorld world;
    private RestoredBackup restored;

    @BeforeEach
    void begin() {
        world = new SignInWorld();
        world.settings.put("samenzicht.home", home.toString());
        restored = world.make(RestoredBackup.class);
    }

    private void starts() {
        world.in(() -> world.announce(restored, "begin", Mode.PRODUCTION));
    }

    @Test
    void an_ordinary_start_declares_nothing() {
        starts();
        then(world.ask("select count(*) from ledger_entry where action = 'RESTORE'"))
                .isEqualTo("0");
    }

    @Test
    void every_agency_finds_it_in_its_log_and_its_privacy_officers_are_told() throws Exception {
        var agency = world.agency(AgencyType.MUNICIPALITY);
        Files.writeString(home.resolve("restored.properties"), DECLARED);
        // when
        starts();
        // then
        then(world.ask("select holders from ledger_entry where action = 'RESTORE'"))
                .contains(agency.toString());
        then(world.ask("select count(*) from notice where kind = 'restore.declared' and to_function = 'PRIVACY_OFFICER'"
                        + " and to_agency = '" + agency + "'"))
                .isEqualTo("1");
        then(home.resolve("restored.properties")).doesNotExist();
        // when it starts once more
        starts();
        // then
        then(world.ask("select count(*) from ledger_entry where action = 'RESTORE'"))
                .isEqualTo("1");
    }

    @Test
    void sessions_and_links_that_came_back_are_of_no_use() throws Exception {
        var agency = world.agency(AgencyType.MUNICIPALITY);
        var somebody = world.personWithPassword(agency, Function.CARE_COORDINATOR);
        var newcomer = world.person(agency, Function.MANAGER);
        var session = world.session(somebody, Function.CARE_COORDINATOR);
        var token = world.in(() -> world.links.invite(newcomer, world.founder));
        then(world.in(() -> world.links.look(token))).isPresent();
        Files.writeString(home.resolve("restored.properties"), DECLARED);
        // when
        starts();
        // then
        thenThrownBy(() -> world.sessions.acting(session)).isInstanceOf(NotSignedIn.class);
        then(world.in(() -> world.links.look(token))).isEqualTo(Optional.empty());
    }

    @Test
    void a_file_that_somebody_changed_stops_the_start() throws Exception {
        Files.writeString(home.resolve("restored.properties"), "by=Robin Bos\n");
        thenThrownBy(this::starts).rootCause().isInstanceOf(DateTimeException.class);
        then(home.resolve("restored.properties")).exists();
    }
}
