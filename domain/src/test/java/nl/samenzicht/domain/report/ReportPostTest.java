package nl.samenzicht.domain.report;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.OutgoingSeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings of an installation make of the way by which reports leave. */
class ReportPostTest {

    @TempDir
    Path home;

    private ReportPost post(String mode) {
        return new ReportPost(
                home.toString(),
                mode,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new OutgoingSeal(KeyFolder.inMemory()));
    }

    private String rights(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(path)));
    }

    @Test
    void the_key_of_the_demo_is_for_its_owner_alone_and_stays_the_same() throws IOException {
        // when
        var first = post("demo").receiverKeyset();
        // then
        then(rights("demo-comensha")).isEqualTo("rwx------");
        then(rights("demo-comensha/private.keyset.json")).isEqualTo("rw-------");
        then(post("demo").receiverKeyset()).isEqualTo(first).isPresent();
    }

    @Test
    void without_a_key_in_production_there_is_nobody_to_seal_for() {
        then(post("production").receiverKeyset()).isEmpty();
        then(home.resolve("demo-comensha")).doesNotExist();
    }
}
