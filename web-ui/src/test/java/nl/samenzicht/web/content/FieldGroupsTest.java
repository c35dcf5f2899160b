package nl.samenzicht.web.content;

import static org.assertj.core.api.BDDAssertions.then;

import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.security.policy.DataCategory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Groups of fields lose none and repeat none. */
class FieldGroupsTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(DataCategory.class)
    void each_field_stands_in_exactly_one_group(DataCategory category) {
        // when
        var grouped = FieldGroups.of(category).stream()
                .flatMap(group -> group.fields().stream())
                .map(FieldDefinition::key)
                .toList();
        // then
        then(grouped)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(FieldCatalogue.standard().of(category).stream()
                        .map(FieldDefinition::key)
                        .toList());
    }
}
