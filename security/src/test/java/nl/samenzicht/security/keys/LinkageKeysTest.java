package nl.samenzicht.security.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkageKeysTest {

    private static final byte[] PLACE = {1, 2, 3};

    @TempDir
    Path home;

    private final LinkageKeys keys = new LinkageKeys(KeyFolder.inMemory());

    @Test
    void after_a_rotation_one_asks_under_both_keys_and_writes_under_the_new_one() {
        // given
        var folder = KeyFolder.openOrCreate(home);
        var before = new LinkageKeys(folder).current();
        var sealed = before.seal(PLACE, new byte[] {7});
        // when
        folder.rotate(KeyUse.LINKAGE);
        // then
        var rotated = new LinkageKeys(KeyFolder.openOrCreate(home));
        then(rotated.all()).hasSize(2);
        then(rotated.current().id()).isNotEqualTo(before.id());
        then(rotated.withId(LinkageKey.idOf(sealed)).orElseThrow().open(PLACE, sealed))
                .containsExactly(7);
    }

    @Test
    void a_text_has_another_token_under_another_key() {
        var other = new LinkageKeys(KeyFolder.inMemory()).current();
        then(keys.current().token("noor")).isEqualTo(keys.current().token("noor"));
        then(keys.current().token("noor")).isNotEqualTo(other.token("noor"));
    }

    @Test
    void equal_digests_under_two_salts_have_nothing_in_common() {
        var digest = new byte[LinkageKey.BLOCK];
        then(keys.current().tags(new byte[] {1}, digest))
                .isNotEqualTo(keys.current().tags(new byte[] {2}, digest));
        then(keys.current().tags(new byte[] {1}, digest))
                .isEqualTo(keys.current().tags(new byte[] {1}, digest));
    }

    @Test
    void what_was_moved_to_another_place_does_not_open() {
        var sealed = keys.current().seal(PLACE, new byte[] {7});
        assertThatThrownBy(() -> keys.current().open(new byte[] {9}, sealed)).isInstanceOf(KeyFailure.class);
    }
}
