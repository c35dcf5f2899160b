package nl.samenzicht.domain.htcds;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.htcds.ExportCheck.Refused;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtcdsExportTest {
    private static final String WHY = "Overdracht van de hulp, zonder namen";
    private static CaseworkWorld world;

    @BeforeAll
    static void start() {
        world = new CaseworkWorld();
        world.clock.ticks(Duration.ofMillis(1));
    }

    private static CaseFileId caseOf(Map<DataCategory, Map<String, String>> contents) {
        var file = world.as(
                        world.coordinator,
                        () -> world.caseFiles.open(
                                new OpenCase(new Cooperation(Framework.ENKEL, "", Optional.empty())), Purpose.SUPPORT))
                .id();
        contents.forEach((category, values) -> world.as(
                world.coordinator,
                () -> world.caseFiles.record(file, category, ItemKind.FIELDS, values, Purpose.SUPPORT)));
        return file;
    }

    private static CaseFileId someone() {
        return caseOf(Map.of(
                DataCategory.IDENTITY,
                Map.of(
                        "givenNames", "Kwelina",
                        "familyName", "Zangman",
                        "birthDate", "2004-05-17",
                        "gender", "FEMALE",
                        "nationality", "RO",
                        "languages", "ro"),
                DataCategory.CONTACT,
                Map.of("phone", "0612345678"),
                DataCategory.SIGNAL,
                Map.of(
                        "exploitation", "LABOUR",
                        "means", "DECEPTION",
                        "placeOfExploitation", "Kwelzangstraat 4",
                        "observed", "Zij zei dat Kwelman haar paspoort heeft")));
    }

    private static ExportDone taken(ActingProfessional who, CaseFileId... files) {
        return world.as(who, () -> world.exports.run(List.of(files), neighbour(), WHY));
    }

    /** Another municipality works under the same law, and needs no consent. */
    private static AgencyId neighbour() {
        return world.otherCoordinator.agency();
    }

    private static List<List<String>> rows(byte[] file) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var rows = new ArrayList<List<String>>();
            workbook.getSheetAt(0)
                    .forEach(row -> rows.add(StreamSupport.stream(row.spliterator(), false)
                            .map(cell -> cell.getStringCellValue())
                            .toList()));
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void only_what_is_coded_and_needed_leaves_and_nobody_is_named() {
        // when
        var done = taken(world.coordinator, someone());
        // then
        then(rows(done.content()).get(0))
                .contains("Birthdate", "Gender", "Citizenship", "Methods of Control", "Type of Exploitation")
                .doesNotContain("First Name", "Identity Number", "Mobile Phone", "Location of Exploitation");
        then(rows(done.content()).get(1)).containsExactly("2004", "Feminine", "Romanian", "Romania", "Forced labour");
        then(done.holds().stays())
                .containsEntry("MAY_NAME_SOMEBODY", 3)
                .containsEntry("NOT_NEEDED", 1)
                .containsEntry("NOT_IN_STANDARD", 1);
        then(done.fileName()).matches("htcds-2\\.0-\\d{4}-\\d\\d-\\d\\d\\.xlsx");
    }

    @Test
    void what_is_shown_beforehand_is_what_the_file_holds() {
        // given
        var file = someone();
        // when
        var before = world.as(world.coordinator, () -> world.exports.check(List.of(file), neighbour()));
        var done = taken(world.coordinator, file);
        // then
        then(before).isEqualTo(done.holds());
    }

    @Test
    void what_is_exported_is_read_back_by_the_import_as_it_was() {
        // given
        var file = someone();
        // when
        var back = world.as(
                        world.coordinator,
                        () -> world.imports.run(taken(file).content(), Cooperation.single(), Purpose.SUPPORT))
                .cases()
                .get(0)
                .name()
                .id();
        // then
        then(said(back, DataCategory.IDENTITY))
                .isEqualTo(Map.of("birthDate", "2004", "gender", "FEMALE", "nationality", "RO", "languages", "ro"));
        then(said(back, DataCategory.SIGNAL)).isEqualTo(Map.of("exploitation", "LABOUR"));
    }

    private static ExportDone taken(CaseFileId file) {
        return world.exports.run(List.of(file), neighbour(), WHY);
    }

    private static Map<String, String> said(CaseFileId file, DataCategory category) {
        return new HashMap<>(ItemView.said(
                world.as(world.coordinator, () -> world.caseFiles.open(file, category, Purpose.SUPPORT))
                        .items()));
    }

    @ParameterizedTest(name = "{0} {1} is {2}, and read back as {3}")
    @CsvSource({
        "gender, TRANS_MAN, Transgender Masculine, TRANS_MAN",
        "gender, UNKNOWN, Not Specified/Unknown, UNKNOWN",
        "nationality, GB, United Kingdom, GB",
        "nationality, CI, Côte d’Ivoire, CI",
        "languages, nl, Dutch, nl",
        "birthDate, 1998-03, 1998, 1998",
        "birthDate, 1999, 1999, 1999"
    })
    void each_kind_of_value_makes_the_round(String field, String value, String written, String back) {
        // given
        var file = caseOf(Map.of(DataCategory.IDENTITY, Map.of(field, value)));
        // when
        var content = taken(world.coordinator, file).content();
        // then
        then(rows(content).get(1)).containsExactly(written);
        var read = world.as(world.coordinator, () -> world.imports.run(content, Cooperation.single(), Purpose.SUPPORT))
                .cases()
                .get(0)
                .name()
                .id();
        then(said(read, DataCategory.IDENTITY)).containsEntry(field, back);
    }

    @Test
    void criminal_exploitation_has_no_code_in_the_standard_and_leaves_as_other() {
        // when
        var done = taken(world.coordinator, caseOf(Map.of(DataCategory.SIGNAL, Map.of("exploitation", "CRIMINAL"))));
        // then
        then(rows(done.content()).get(1)).containsExactly("Other");
    }

    @Test
    void each_case_and_category_that_leaves_is_on_record_with_for_whom_and_why() {
        // given
        var file = someone();
        // when
        taken(world.coordinator, file);
        // then
        then(world.ask("select group_concat(category order by category) from ledger_entry where action = 'EXPORT'"
                        + " and outcome = 'PERMITTED' and case_id = '" + file.value() + "'"))
                .isEqualTo("IDENTITY,SIGNAL");
    }

    @Test
    void to_another_domain_only_what_the_person_consented_to_leaves() {
        // given
        var file = someone();
        var care = world.otherCarer.agency();
        var without = world.as(world.coordinator, () -> world.exports.check(List.of(file), care));
        then(without.cases()).isEmpty();
        then(without.refused()).extracting(Refused::told).containsExactly(Reason.CONSENT_MISSING);
        // when
        world.as(
                world.coordinator,
                () -> world.consents.record(
                        file,
                        new ConsentQuestion(
                                care,
                                Purpose.SUPPORT,
                                DataCategory.SIGNAL,
                                world.clock.instant().plus(Duration.ofDays(30))),
                        true,
                        new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(22), ConsentForm.WRITTEN),
                        Purpose.SUPPORT));
        var done = world.as(world.coordinator, () -> world.exports.run(List.of(file), care, WHY));
        // then
        then(rows(done.content()).get(1)).containsExactly("Forced labour");
        then(world.ask("select ground from ledger_entry where action = 'EXPORT' order by seq desc limit 1"))
                .isEqualTo("CONSENT");
    }

    @Test
    void nothing_leaves_of_a_case_without_anything_that_may() {
        // given
        var empty = caseOf(Map.of(DataCategory.CONTACT, Map.of("phone", "0612345678")));
        // when
        var other = someone();
        var check = world.as(world.coordinator, () -> world.exports.check(List.of(empty, other), neighbour()));
        // then
        then(check.cases()).hasSize(1);
        then(check.refused()).singleElement().satisfies(refused -> {
            then(refused.name().id()).isEqualTo(empty);
            then(refused.told()).isEqualTo(Reason.NOTHING_HERE);
        });
        thenThrownBy(() -> taken(world.coordinator, empty))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("export.error.nothing"));
    }

    @Test
    void who_has_nothing_to_do_with_a_case_learns_not_even_its_name() {
        var file = someone();
        for (var other : List.of(world.otherCoordinator, world.carer, world.detective, world.officer)) {
            thenThrownBy(() -> taken(other, file))
                    .isInstanceOfAny(AccessDenied.class, NotPossible.class)
                    .hasMessageNotContaining("SZ-");
        }
    }

    @Test
    void for_whom_and_why_must_be_said() {
        var file = someone();
        thenThrownBy(() -> world.as(world.coordinator, () -> world.exports.run(List.of(file), null, WHY)))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("export.error.recipient"));
        thenThrownBy(() -> world.as(world.coordinator, () -> world.exports.run(List.of(file), neighbour(), "zomaar")))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("export.error.why"));
        thenThrownBy(() -> world.as(world.coordinator, () -> world.exports.run(List.of(), neighbour(), WHY)))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("export.error.none"));
    }
}
