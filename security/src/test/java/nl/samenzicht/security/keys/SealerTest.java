package nl.samenzicht.security.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;

class SealerTest {
    private final KeyFolder keys = KeyFolder.inMemory();

    @Test
    void a_secret_opens_in_its_own_place_also_after_a_rotation() {
        var sealed = new Sealer(keys).seal("totp:1", new byte[] {1, 2});
        keys.rotate(KeyUse.SECRETS);
        then(new Sealer(keys).open("totp:1", sealed)).containsExactly(1, 2);
    }

    @Test
    void a_secret_that_was_moved_to_somebody_else_does_not_open() {
        var sealed = new Sealer(keys).seal("totp:1", new byte[] {1, 2});
        assertThatThrownBy(() -> new Sealer(keys).open("totp:2", sealed))
                .isInstanceOf(KeyFailure.class)
                .hasMessageContaining("totp:2");
    }
}
