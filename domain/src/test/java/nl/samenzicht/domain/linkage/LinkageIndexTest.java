package nl.samenzicht.domain.linkage;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.Test;

class LinkageIndexTest {

    private final CaseworkWorld world = new CaseworkWorld();
    private final Weights weights = Weights.standard();

    @Test
    void somebody_is_found_under_another_spelling() {
        // given
        var file = newCase();
        record(file, Map.of("givenNames", "Mohammed", "familyName", "van den Heuvel", "birthDate", "1991-04-03"));
        // when
        var found = find(Map.of("givenNames", "محمد", "familyName", "v.d. Heuvel", "birthDate", "1991-03-04"));
        // then
        then(found).hasSize(1);
        then(found.get(0).caseFile()).isEqualTo(file);
        then(found.get(0).owner()).isEqualTo(world.coordinator.agency());
        then(weights.answer(found.get(0).score(weights, item -> true))).isNotEqualTo(Answer.NOT_KNOWN);
    }

    @Test
    void two_items_of_one_case_count_together() {
        // given
        var file = newCase();
        record(file, Map.of("givenNames", "Noor", "familyName", "Zandink"));
        record(file, DataCategory.CONTACT, Map.of("phone", "06 12 34 56 78"));
        // when
        var found = find(Map.of("givenNames", "Noor", "familyName", "Zandink", "phone", "+31612345678"));
        // then
        then(found).hasSize(1);
        then(found.get(0).items()).hasSize(2);
        then(found.get(0).score(weights, item -> true))
                .isGreaterThan(found.get(0)
                        .score(weights, found.get(0).items().iterator().next()::equals));
    }

    @Test
    void who_was_changed_is_found_as_changed_and_no_longer_as_before() {
        // given
        var file = newCase();
        var item = record(file, Map.of("givenNames", "Katarzyna", "familyName", "Wójcik", "birthDate", "1988-07-21"));
        // when
        world.does(
                world.coordinator,
                () -> world.caseFiles.change(
                        file,
                        DataCategory.IDENTITY,
                        item,
                        1,
                        Map.of("givenNames", "Ioana", "familyName", "Munteanu", "birthDate", "1999-01-02"),
                        Purpose.SUPPORT));
        // then
        then(find(Map.of("givenNames", "Katarzyna", "familyName", "Wojcik", "birthDate", "1988-07-21")))
                .isEmpty();
        then(find(Map.of("givenNames", "Ioana", "familyName", "Munteanu", "birthDate", "1999-01-02")))
                .hasSize(1);
    }

    @Test
    void nothing_is_left_when_everything_was_taken_out() {
        // given
        var file = newCase();
        var item = record(file, Map.of("givenNames", "Ionuț", "familyName", "Radinescu", "birthDate", "1988-07-21"));
        // when
        world.does(world.coordinator, () -> world.linkage.remove(item.value()));
        // then
        then(world.ask("select count(*) from linkage_token")).isEqualTo("0");
        then(world.ask("select count(*) from linkage_record")).isEqualTo("0");
    }

    @Test
    void a_secret_location_and_a_signal_never_come_into_the_index() {
        // given
        var file = newCase();
        // when
        record(file, DataCategory.SIGNAL, Map.of("observed", "Noor Zandink is met iemand gezien bij het station"));
        // then
        then(world.ask("select count(*) from linkage_record")).isEqualTo("0");
    }

    private CaseFileId newCase() {
        return world.as(
                        world.coordinator,
                        () -> world.caseFiles.open(
                                new OpenCase(new Cooperation(Framework.ENKEL, "", Optional.empty())), Purpose.SUPPORT))
                .id();
    }

    private ItemId record(CaseFileId file, Map<String, String> values) {
        return record(file, DataCategory.IDENTITY, values);
    }

    private ItemId record(CaseFileId file, DataCategory category, Map<String, String> values) {
        return world.as(
                world.coordinator,
                () -> world.caseFiles.record(file, category, ItemKind.FIELDS, values, Purpose.SUPPORT));
    }

    private List<FoundPerson> find(Map<String, String> fields) {
        var question = PersonQuestion.of(List.of(Persona.of(fields)), weights);
        return world.as(world.detective, () -> world.linkage.find(question).persons());
    }
}
