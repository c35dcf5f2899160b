package nl.samenzicht.security.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.Regime;

class VaultPropertiesTest {
    private static final KeyFolder KEYS = KeyFolder.inMemory();
    private final Vault vault = new Vault(new DerivedAgencyKeys(KEYS));

    @Property(tries = 300)
    void what_was_sealed_opens_for_each_of_its_holders(
            @ForAll @Size(max = 3_000) byte[] plain,
            @ForAll("identities") ItemIdentity identity,
            @ForAll("holders") Set<KeyHolder> holders) {
        // when
        var sealed = vault.seal(identity, plain, holders);
        // then
        for (var holder : holders) {
            then(vault.open(holder, sealed)).isEqualTo(plain);
        }
    }

    @Property(tries = 200)
    void content_opens_nowhere_but_in_its_own_place(
            @ForAll("identities") ItemIdentity identity,
            @ForAll("identities") ItemIdentity other,
            @ForAll @IntRange(min = 0, max = 4) int part) {
        // given
        var holder = new KeyHolder(identity.owner(), Regime.AVG);
        var sealed = vault.seal(identity, new byte[] {1, 2, 3}, Set.of(holder));
        // when one part of the identity is another one
        var moved = new ItemIdentity(
                part == 0 ? other.item() : identity.item(),
                part == 1 ? identity.version() + 1 : identity.version(),
                part == 2 ? other.caseFile() : identity.caseFile(),
                part == 3 ? identity.category() + "X" : identity.category(),
                part == 4 ? other.owner() : identity.owner());
        Assume.that(!moved.equals(identity));
        // then
        assertThatThrownBy(() -> vault.open(holder, new SealedContent(moved, sealed.ciphertext(), sealed.keys())))
                .isInstanceOf(KeyFailure.class);
    }

    @Property(tries = 300)
    void one_flipped_bit_closes_the_content(
            @ForAll @Size(max = 200) byte[] plain,
            @ForAll("identities") ItemIdentity identity,
            @ForAll @IntRange(min = 0, max = 1_000_000) int where,
            @ForAll boolean inTheKey) {
        // given
        var holder = new KeyHolder(identity.owner(), Regime.WPG);
        var sealed = vault.seal(identity, plain, Set.of(holder));
        // when
        var content = sealed.ciphertext();
        var wrap = sealed.keys().get(0).wrapped();
        flip(inTheKey ? wrap : content, where);
        var changed = new SealedContent(identity, content, List.of(new WrappedKey(holder, wrap)));
        // then
        assertThatThrownBy(() -> vault.open(holder, changed)).isInstanceOf(KeyFailure.class);
    }

    @Property(tries = 200)
    void a_wrap_opens_for_its_own_holder_alone(
            @ForAll("identities") ItemIdentity identity, @ForAll("ids") UUID other, @ForAll boolean otherRegime) {
        // given
        var owner = new KeyHolder(identity.owner(), Regime.AVG);
        var stranger = otherRegime
                ? new KeyHolder(identity.owner(), Regime.WPG)
                : new KeyHolder(new AgencyId(other), Regime.AVG);
        Assume.that(!stranger.equals(owner));
        var sealed = vault.seal(identity, new byte[] {42}, Set.of(owner));
        // when the stranger passes the owner's wrap off as theirs
        var passedOff = new SealedContent(
                identity,
                sealed.ciphertext(),
                List.of(new WrappedKey(stranger, sealed.keys().get(0).wrapped())));
        // then
        assertThatThrownBy(() -> vault.open(stranger, passedOff)).isInstanceOf(KeyFailure.class);
        assertThatThrownBy(() -> vault.open(stranger, sealed)).isInstanceOf(KeyFailure.class);
    }

    @Property(tries = 100)
    void sharing_adds_a_wrap_and_leaves_the_content_as_it_is(
            @ForAll @Size(max = 500) byte[] plain,
            @ForAll("identities") ItemIdentity identity,
            @ForAll("ids") UUID with) {
        // given
        var owner = new KeyHolder(identity.owner(), Regime.AVG);
        var recipient = new KeyHolder(new AgencyId(with), Regime.AVG);
        var sealed = vault.seal(identity, plain, Set.of(owner));
        // when
        var wrap = vault.wrapFor(sealed, owner, recipient);
        var wraps = new ArrayList<>(sealed.keys());
        wraps.add(wrap);
        var shared = new SealedContent(identity, sealed.ciphertext(), wraps);
        // then
        then(vault.open(recipient, shared)).isEqualTo(plain);
        then(vault.open(owner, shared)).isEqualTo(plain);
    }

    private static void flip(byte[] bytes, int where) {
        int bit = where % (bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    }

    @Provide
    Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    @Provide
    Arbitrary<ItemIdentity> identities() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.integers().between(0, 1_000),
                        ids(),
                        Arbitraries.of("HEALTH", "IDENTITY", "CRIMINAL_JUSTICE"),
                        ids())
                .as((item, version, caseFile, category, owner) ->
                        new ItemIdentity(item, version, caseFile, category, new AgencyId(owner)));
    }

    @Provide
    Arbitrary<Set<KeyHolder>> holders() {
        return Combinators.combine(ids(), Arbitraries.of(Regime.values()))
                .as((agency, regime) -> new KeyHolder(new AgencyId(agency), regime))
                .set()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
