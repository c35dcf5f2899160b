package nl.samenzicht.security.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import nl.samenzicht.security.keys.BlindIndex.Kind;
import nl.samenzicht.security.keys.OutgoingSeal.RecipientKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the platform opens for its recipient alone and is provably ours; a pseudonym is for one receiver. */
class OutgoingSealTest {
    private static final UUID COMENSHA = new UUID(1, 1);
    private static final UUID SOMEBODY_ELSE = new UUID(2, 2);

    @TempDir
    Path home;

    @Test
    void only_the_recipient_opens_it_and_only_as_this_message() {
        // given
        var seal = new OutgoingSeal(KeyFolder.inMemory());
        var recipient = RecipientKeys.fresh();
        var sealed = seal.sealFor(recipient.publicKeyset(), new byte[] {1, 2, 3}, "message-1");
        // when, then
        then(recipient.open(sealed, "message-1")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> recipient.open(sealed, "message-2")).isInstanceOf(KeyFailure.class);
        assertThatThrownBy(() -> RecipientKeys.fresh().open(sealed, "message-1"))
                .isInstanceOf(KeyFailure.class);
    }

    @Test
    void a_changed_message_is_not_signed_by_us() {
        // given
        var seal = new OutgoingSeal(KeyFolder.inMemory());
        var signature = seal.sign(new byte[] {1});
        // when, then
        then(OutgoingSeal.isSignedBy(seal.verifyingKeyset(), new byte[] {1}, signature))
                .isTrue();
        then(OutgoingSeal.isSignedBy(seal.verifyingKeyset(), new byte[] {2}, signature))
                .isFalse();
        then(OutgoingSeal.isSignedBy(
                        new OutgoingSeal(KeyFolder.inMemory()).verifyingKeyset(), new byte[] {1}, signature))
                .isFalse();
    }

    @Test
    void a_folder_from_before_reports_were_signed_gets_that_key_and_no_other() throws IOException {
        // given
        KeyFolder.openOrCreate(home);
        var signing = home.resolve("keys").resolve(KeyUse.REPORT_SIGNING.fileName());
        Files.delete(signing);
        // when
        KeyFolder.openOrCreate(home);
        // then
        then(signing).exists();
    }

    @Test
    void a_folder_that_lost_more_gets_no_key_at_all() throws IOException {
        // given
        KeyFolder.openOrCreate(home);
        var signing = home.resolve("keys").resolve(KeyUse.REPORT_SIGNING.fileName());
        Files.delete(signing);
        Files.delete(home.resolve("keys").resolve(KeyUse.SECRETS.fileName()));
        // when, then
        assertThatThrownBy(() -> KeyFolder.openOrCreate(home)).isInstanceOf(KeyFailure.class);
        then(signing).doesNotExist();
    }

    @Test
    void a_pseudonym_is_equal_for_one_receiver_however_it_was_typed_and_differs_for_another() {
        // given
        var index = new BlindIndex(KeyFolder.inMemory());
        // when, then
        then(index.pseudonyms(COMENSHA, Kind.V_NUMBER, "299.000.0001"))
                .isEqualTo(index.pseudonyms(COMENSHA, Kind.V_NUMBER, "2990000001"))
                .doesNotContainAnyElementsOf(index.pseudonyms(SOMEBODY_ELSE, Kind.V_NUMBER, "2990000001"))
                .doesNotContain(index.token(Kind.V_NUMBER, "2990000001"));
        then(index.pseudonyms(COMENSHA, "Linh van der Tran", LocalDate.of(1999, 3, 1)))
                .isEqualTo(index.pseudonyms(COMENSHA, "TRAN, Linh", LocalDate.of(1999, 3, 1)))
                .doesNotContainAnyElementsOf(index.pseudonyms(COMENSHA, "Linh Tran", LocalDate.of(1999, 3, 2)));
    }

    @Test
    void after_a_rotation_the_older_pseudonym_is_still_among_them() {
        // given
        var folder = KeyFolder.inMemory();
        var index = new BlindIndex(folder);
        var before = index.pseudonyms(COMENSHA, Kind.V_NUMBER, "2990000001");
        // when
        folder.rotate(KeyUse.BLIND_INDEX);
        // then
        then(new BlindIndex(folder).pseudonyms(COMENSHA, Kind.V_NUMBER, "2990000001"))
                .hasSize(2)
                .containsAll(before);
    }
}
