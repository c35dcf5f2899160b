package nl.samenzicht.security.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.Regime;
import org.junit.jupiter.api.Test;

class PersonSealTest {
    private static final KeyHolder OURS = new KeyHolder(new AgencyId(new UUID(1, 1)), Regime.AVG);
    private static final KeyHolder THEIRS = new KeyHolder(new AgencyId(new UUID(1, 2)), Regime.AVG);

    private final KeyFolder folder = KeyFolder.inMemory();
    private final PersonSeals seals = new PersonSeals(new DerivedAgencyKeys(folder));

    @Property(tries = 200)
    void the_same_person_is_the_same_value_in_one_export_and_another_in_the_next(
            @ForAll long high, @ForAll long low, @ForAll long other) {
        var person = new UUID(high, low);
        var first = seals.fresh(OURS);
        then(first.sealed(person))
                .isEqualTo(first.sealed(person))
                .isNotEqualTo(seals.fresh(OURS).sealed(person));
        if (other != low) {
            then(first.sealed(person)).isNotEqualTo(first.sealed(new UUID(high, other)));
        }
    }

    @Test
    void the_key_of_the_agency_leads_back_also_after_a_rotation() {
        var person = new UUID(5, 7);
        var export = seals.fresh(OURS);
        folder.rotate(KeyUse.CONTENT);
        var later = new PersonSeals(new DerivedAgencyKeys(folder)).of(OURS, export.wrappedKey());
        then(later.opened(export.sealed(person))).isEqualTo(person);
    }

    @Test
    void nobody_else_gets_back_to_the_person() {
        var export = seals.fresh(OURS);
        var sealed = export.sealed(new UUID(5, 7));
        assertThatThrownBy(() -> seals.of(THEIRS, export.wrappedKey())).isInstanceOf(KeyFailure.class);
        assertThatThrownBy(() -> seals.of(OURS, "geen-sleutel")).isInstanceOf(KeyFailure.class);
        assertThatThrownBy(() -> seals.fresh(OURS).opened(sealed)).isInstanceOf(KeyFailure.class);
        assertThatThrownBy(() -> export.opened(sealed.substring(1))).isInstanceOf(KeyFailure.class);
    }
}
