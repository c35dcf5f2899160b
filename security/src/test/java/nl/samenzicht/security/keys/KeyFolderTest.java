package nl.samenzicht.security.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.Regime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
    private static final ItemIdentity ITEM =
            new ItemIdentity(new UUID(0, 1), 1, new UUID(0, 2), "HEALTH", new AgencyId(new UUID(0, 3)));
    private static final KeyHolder OWNER = new KeyHolder(ITEM.owner(), Regime.AVG);

    @TempDir
    Path home;

    @Test
    void keys_of_the_first_start_open_content_after_the_next() {
        // given
        var sealed = vault().seal(ITEM, new byte[] {7}, Set.of(OWNER));
        // when, then
        then(vault().open(OWNER, sealed)).containsExactly(7);
    }

    @Test
    void only_the_owner_of_the_process_may_read_the_keys() throws IOException {
        KeyFolder.openOrCreate(home);
        var folder = home.resolve("keys");
        then(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            then(files.toList())
                    .hasSize(KeyUse.values().length)
                    .allSatisfy(file -> then(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_folder_with_a_file_missing_is_refused_and_left_as_it_is() throws IOException {
        // given
        KeyFolder.openOrCreate(home);
        var lost = home.resolve("keys").resolve(KeyUse.CONTENT.fileName());
        Files.delete(lost);
        // when, then
        assertThatThrownBy(() -> KeyFolder.openOrCreate(home))
                .isInstanceOf(KeyFailure.class)
                .hasMessageContaining("content.keyset.json");
        then(lost).doesNotExist();
    }

    @Test
    void a_folder_of_before_the_index_of_persons_gets_its_keyset() throws IOException {
        // given
        KeyFolder.openOrCreate(home);
        var added = home.resolve("keys").resolve(KeyUse.LINKAGE.fileName());
        Files.delete(added);
        // when
        KeyFolder.openOrCreate(home);
        // then
        then(PosixFilePermissions.toString(Files.getPosixFilePermissions(added)))
                .isEqualTo("rw-------");
    }

    @Test
    void after_a_rotation_old_content_opens_and_new_content_has_the_new_key() {
        // given
        var folder = KeyFolder.openOrCreate(home);
        var vault = new Vault(new DerivedAgencyKeys(folder));
        var before = vault.seal(ITEM, new byte[] {1}, Set.of(OWNER));
        // when
        folder.rotate(KeyUse.CONTENT);
        var after = vault().seal(ITEM, new byte[] {2}, Set.of(OWNER));
        // then
        then(vault().open(OWNER, before)).containsExactly(1);
        then(keyId(after)).isNotEqualTo(keyId(before));
    }

    @Test
    void a_running_node_opens_what_another_sealed_with_a_key_that_came_later_also_within_one_tick_of_the_clock()
            throws IOException {
        // given
        var running = vault();
        running.seal(ITEM, new byte[] {1}, Set.of(OWNER));
        var file = home.resolve("keys").resolve(KeyUse.CONTENT.fileName());
        var tick = Files.getLastModifiedTime(file);
        var other = KeyFolder.openOrCreate(home);
        other.rotate(KeyUse.CONTENT);
        Files.setLastModifiedTime(file, tick);
        // when
        var sealed = new Vault(new DerivedAgencyKeys(other)).seal(ITEM, new byte[] {9}, Set.of(OWNER));
        // then
        then(running.open(OWNER, sealed)).containsExactly(9);
    }

    @Test
    void macs_of_entries_and_rows_hold_over_a_rotation() {
        // given
        var folder = KeyFolder.openOrCreate(home);
        var rows = new RowMac(folder);
        var ledger = new LedgerKeys(folder);
        var row = Canonical.of("share").id(new UUID(1, 1)).text("ACTIVE");
        var rowMac = rows.of(row);
        var entryMac = ledger.mac(new byte[] {1});
        // when
        folder.rotate(KeyUse.ROW_MAC);
        folder.rotate(KeyUse.LEDGER_MAC);
        // then
        var reopened = KeyFolder.openOrCreate(home);
        then(new RowMac(reopened).matches(rowMac, row)).isTrue();
        then(new RowMac(reopened)
                        .matches(
                                rowMac, Canonical.of("share").id(new UUID(1, 1)).text("ENDED")))
                .isFalse();
        then(new LedgerKeys(reopened).isMac(entryMac, new byte[] {1})).isTrue();
        then(new LedgerKeys(reopened).isMac(entryMac, new byte[] {2})).isFalse();
    }

    private Vault vault() {
        return new Vault(new DerivedAgencyKeys(KeyFolder.openOrCreate(home)));
    }

    private static String keyId(SealedContent sealed) {
        var wrap = sealed.keys().get(0).wrapped();
        return wrap[0] + "." + wrap[1] + "." + wrap[2] + "." + wrap[3];
    }
}
