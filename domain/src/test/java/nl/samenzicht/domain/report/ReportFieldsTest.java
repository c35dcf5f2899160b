package nl.samenzicht.domain.report;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldType;
import nl.samenzicht.security.policy.DataCategory;
import org.junit.jupiter.api.Test;

/** The fields of a report against the fields of a case, and against what may leave without a ground. */
class ReportFieldsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static List<ReportField> all() {
        return Stream.of(ReportTask.values())
                .flatMap(task -> ReportFields.standard().of(task, TODAY).stream())
                .toList();
    }

    @Test
    void a_field_that_is_filled_from_the_case_has_the_type_and_the_choices_that_it_has_there() {
        then(all())
                .hasSizeGreaterThan(40)
                .allSatisfy(field -> field.from().ifPresent(from -> {
                    var there = FieldCatalogue.standard()
                            .field(from.category(), from.key())
                            .orElseThrow(() -> new AssertionError(from));
                    then(field.definition().type()).as(field.key()).isEqualTo(there.type());
                    then(field.definition().choices()).as(field.key()).isEqualTo(there.choices());
                }));
    }

    @Test
    void nothing_is_filled_from_a_citizen_service_number_an_address_or_a_secret_location() {
        then(all().stream().flatMap(field -> field.from().stream()).map(ReportField.Source::category))
                .isNotEmpty()
                .doesNotContain(
                        DataCategory.BSN,
                        DataCategory.CONTACT,
                        DataCategory.SECRET_LOCATION,
                        DataCategory.CRIMINAL_JUSTICE,
                        DataCategory.THIRD_PARTY);
    }

    @Test
    void what_tells_who_it_is_is_never_open() {
        then(all().stream()
                        .filter(field -> field.level() == ReportLevel.OPEN)
                        .map(field -> field.definition().type()))
                .isNotEmpty()
                .allMatch(
                        Set.of(FieldType.CHOICE, FieldType.CHOICES, FieldType.YES_NO_UNKNOWN, FieldType.COUNTRY)
                                ::contains);
        then(all().stream()
                        .filter(field -> Set.of("givenNames", "familyName", "birthDate", "vNumber")
                                .contains(field.key()))
                        .map(ReportField::level))
                .containsOnly(ReportLevel.IDENTITY);
    }

    @Test
    void there_are_ten_police_units_the_national_one_and_two_services_beside_them() {
        var region = ReportFields.standard().of(ReportTask.REGISTRATION, TODAY).stream()
                .filter(field -> field.key().equals("region"))
                .findFirst()
                .orElseThrow();
        then(region.definition().choices())
                .hasSize(13)
                .contains("NOORD_NEDERLAND", "LIMBURG", "LANDELIJKE_EENHEID", "KMAR", "NLA");
    }

    @Test
    void a_code_from_before_its_time_is_not_offered_and_still_has_a_place() {
        var before = ReportFields.standard().of(ReportTask.REGISTRATION, LocalDate.of(2012, 12, 31)).stream()
                .filter(field -> field.key().equals("region"))
                .findFirst()
                .orElseThrow();
        then(before.definition().choices()).isEmpty();
        then(ReportFields.standard().ever("region").orElseThrow().definition().choices())
                .hasSize(13);
    }
}
