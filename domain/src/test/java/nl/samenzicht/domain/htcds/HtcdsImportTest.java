package nl.samenzicht.domain.htcds;

import static org.assertj.core.api.BDDAssertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.CaseFilter;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.htcds.ColumnUse.Destination;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtcdsImportTest {

    private static CaseworkWorld world;

    @BeforeAll
    static void start() {
        world = new CaseworkWorld();
    }

    private static ImportCheck checked(byte[] file) {
        return checked(world.coordinator, file);
    }

    private static ImportCheck checked(ActingProfessional who, byte[] file) {
        return world.as(who, () -> world.imports.check(file, Framework.ENKEL, Purpose.SUPPORT));
    }

    private static ImportDone imported(byte[] file) {
        return world.as(world.coordinator, () -> world.imports.run(file, Cooperation.single(), Purpose.SUPPORT));
    }

    /** What lies in a category: the fields of all items together, and the words of the notes under {@code noteText}. */
    private static Map<String, String> content(CaseFileId file, DataCategory category) {
        return world.as(world.coordinator, () -> world.caseFiles.open(file, category, Purpose.SUPPORT)).items().stream()
                .flatMap(item -> item.content().values().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one + "\n" + other));
    }

    private static long cases() {
        return world.as(world.coordinator, () -> world.caseFiles.list(CaseFilter.open(), Purpose.SUPPORT, 0, 1))
                .total();
    }

    private static SheetFixture twoPeople() {
        return SheetFixture.withHeadings(
                        "First Name",
                        "Second Name",
                        "Birthdate",
                        "Gender",
                        "Citizenship",
                        "Mobile Phone",
                        "Home Phone",
                        "Mailing City",
                        "Type of Exploitation",
                        "Methods of Control",
                        "Case Owner")
                .row(
                        "Mila",
                        "van der Berg",
                        LocalDate.of(2004, 5, 17),
                        "Feminine",
                        "Romania",
                        "+31 6 12345678",
                        "020-1234567",
                        "Amsterdam",
                        "Forced labour",
                        "Physical threats; DebtBondage",
                        "A. Visser")
                .row(
                        "Joy",
                        null,
                        "2008-05",
                        "TransgenderFeminine",
                        "NG; NL",
                        null,
                        "0201234567",
                        "Duivendrecht",
                        "SexualExploitation",
                        "Other",
                        null);
    }

    @Test
    void each_filled_row_becomes_a_case_with_its_items() {
        // when
        var done = imported(twoPeople().bytes());
        // then
        then(done.cases()).hasSize(2);
        var first = done.cases().get(0).name().id();
        then(content(first, DataCategory.IDENTITY))
                .containsEntry("givenNames", "Mila")
                .containsEntry("familyName", "van der Berg")
                .containsEntry("birthDate", "2004-05-17")
                .containsEntry("gender", "FEMALE")
                .containsEntry("nationality", "RO")
                .doesNotContainKey("noteText");
        then(content(first, DataCategory.CONTACT))
                .containsEntry("phone", "+31612345678")
                .containsEntry("municipality", "GM0363")
                .containsEntry("noteText", "Home Phone: 020-1234567");
        then(content(first, DataCategory.SIGNAL))
                .containsEntry("exploitation", "LABOUR")
                .containsEntry("means", "THREAT");
        then(content(first, DataCategory.FINANCE)).containsEntry("debtBondage", "YES");
        then(content(first, DataCategory.SIGNAL).get("noteText"))
                .startsWith("HTCDS 2.0, row 2")
                .contains("Methods of Control: Physical threats; Debt bondage", "Case Owner: A. Visser");
    }

    @Test
    void what_no_field_holds_goes_into_a_dated_note() {
        // when
        var second =
                imported(twoPeople().row("Ada").bytes()).cases().get(1).name().id();
        // then
        then(content(second, DataCategory.IDENTITY))
                .containsEntry("birthDate", "2008-05")
                .containsEntry("gender", "TRANS_WOMAN")
                .containsEntry("nationality", "NG")
                .containsEntry("noteText", "Citizenship: NG; NL")
                .containsEntry("noteDate", "2026-11-23");
        then(content(second, DataCategory.CONTACT))
                .containsEntry("phone", "0201234567")
                .containsEntry("noteText", "Mailing City: Duivendrecht");
        then(content(second, DataCategory.SIGNAL))
                .doesNotContainKey("exploitation")
                .hasEntrySatisfying(
                        "noteText", text -> then(text).contains("Type of Exploitation: Sexual exploitation"));
    }

    @Test
    void a_dry_run_says_where_each_column_goes_and_changes_nothing() {
        // given
        long before = cases();
        // when
        var check = checked(twoPeople().bytes());
        // then
        then(check.faultless()).isTrue();
        then(check.rows()).isEqualTo(2);
        then(check.columns())
                .filteredOn(use -> use.heading().equals(Optional.of("Mailing City")))
                .singleElement()
                .satisfies(use -> then(use.destinations())
                        .containsExactlyInAnyOrder(
                                new Destination(DataCategory.CONTACT, Optional.of("municipality"), 1),
                                new Destination(DataCategory.CONTACT, Optional.empty(), 1)));
        then(check.columns())
                .allSatisfy(use ->
                        then(use.filled() == 0).isEqualTo(use.destinations().isEmpty()));
        then(cases()).isEqualTo(before);
    }

    @Test
    void the_importers_agency_leads_and_the_name_is_drawn() {
        // when
        var done = imported(twoPeople().row("Bo").bytes());
        // then
        var name = done.cases().get(0).name();
        then(name.codeName()).doesNotContain("Mila", "Berg").matches("\\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+ \\d+");
        var card = world.as(world.coordinator, () -> world.caseFiles.view(name.id(), Purpose.SUPPORT));
        then(card.weLead()).isTrue();
        then(card.cooperation().framework()).isEqualTo(Framework.ENKEL);
    }

    @Test
    void the_log_holds_the_import_and_each_case_with_its_items() {
        // when
        var done = imported(twoPeople().row("Cas").bytes());
        // then
        then(world.ask(
                        "select count(*) from ledger_entry where code = '%s' and action = 'IMPORT' and outcome = 'PERMITTED'"
                                .formatted(done.entry().value())))
                .isEqualTo("1");
        var file = done.cases().get(0).name().id();
        var items = world.ask(
                "select items from ledger_entry where action = 'IMPORT' and case_id = '%s'".formatted(file.value()));
        then(Arrays.stream(items.split(" ")).map(item -> item.substring(0, 36)))
                .isNotEmpty()
                .containsExactlyInAnyOrder(
                        world.ask("select group_concat(id) from item where case_id = '%s'".formatted(file.value()))
                                .split(","));
    }

    @Test
    void one_wrong_cell_keeps_everything_out() {
        // given
        long before = cases();
        var file = twoPeople().row("Dani", null, LocalDate.of(2031, 1, 1)).bytes();
        // when
        var failure = catchThrowableOfType(ImportNotPossible.class, () -> imported(file));
        // then
        then(failure.check().problems())
                .containsExactly(new ImportProblem(
                        OptionalInt.of(4),
                        Optional.of("C"),
                        Optional.of("Birthdate"),
                        "date-future",
                        java.util.List.of()));
        then(cases()).isEqualTo(before);
    }

    @Test
    void a_ledger_that_cannot_be_written_keeps_everything_out() {
        // given
        long before = cases();
        var file = twoPeople().row("Evi").bytes();
        world.sql("create trigger full before insert on ledger_entry for each row begin"
                + " if new.action = 'IMPORT' and new.case_id is not null then"
                + " signal sqlstate '45000' set message_text = 'disk full'; end if; end");
        // when
        thenThrownBy(() -> imported(file)).isInstanceOf(AccessDenied.class);
        // then
        world.sql("drop trigger full");
        then(cases()).isEqualTo(before);
        then(checked(file).faultless()).isTrue();
    }

    @Test
    void the_same_file_twice_is_told_to_the_same_agency_only() {
        // given
        var file = twoPeople().row("Fem").bytes();
        imported(file);
        // when
        var again = checked(file);
        // then
        then(again.problems()).containsExactly(ImportProblem.ofFile("file-before", LocalDate.of(2026, 11, 23)));
        then(checked(world.otherCoordinator, file).faultless()).isTrue();
        thenThrownBy(() -> imported(file)).isInstanceOf(ImportNotPossible.class);
    }

    @ParameterizedTest(name = "{1} under {0} is {2}")
    @CsvSource(
            nullValues = "null",
            value = {
                "Gender, Femenine, not-in-list-near",
                "Gender, zzz, not-in-list",
                "Birthdate, 03/04/2008, date-ambiguous",
                "Birthdate, 3-4-2008, date-ambiguous",
                "Birthdate, 31-02-2008, date-none",
                "Birthdate, spring 2008, date-birth",
                "Birthdate, 1850-01-01, date-birth",
                "Birthdate, 2030-01, date-future",
                "Incoming Referral Date, 2024, date",
                "Citizenship, Nigerria, country-near",
                "Citizenship, Atlantis, country",
                "prs_PrimaryLanguage, Roumanian, language-near",
                "prs_PrimaryLanguage, Klingonish, language",
                "Mobile Phone, 12, phone",
                "Email, nobody, email",
                "Mailing Zip/Postal Code, 12, postcode",
                "prs_IdentityNumber, 123456789, bsn",
                "Number of Children, two, number",
                "Consent, perhaps, yes-no",
                "Email, =1+1, formula",
                "Favourite Colour, blue, heading-unknown",
                "Birthdat, 2008, heading-near"
            })
    void what_is_wrong_is_said_with_row_and_column(String heading, String value, String code) {
        // when
        var check = checked(SheetFixture.oneCell(heading, value));
        // then
        then(SheetFixture.codes(check)).containsExactly(code);
        then(check.problems().get(0).column()).contains("C");
        then(check.faultless()).isFalse();
    }

    @ParameterizedTest(name = "{1} under {0} is taken")
    @CsvSource({
        "Birthdate, 2008",
        "Birthdate, ~2008-05",
        "Birthdate, 17-05-2008",
        "Birthdate, 05/17/2008",
        "Birthdate, 5-5-2008",
        "Gender, masculine",
        "Gender, Not Specified/Unknown",
        "Forced Labour Industry, A_AgricultureForestryAndFishing",
        "Forced Labour Industry, 'Agriculture, forestry and fishing'",
        "Forced Labour Industry, Manufacture of textiles",
        "Method of Recruitment, 'At a place of business, At work'",
        "Citizenship, NGA",
        "Citizenship, Nigeria",
        "Citizenship, Roemenië",
        "prs_PrimaryLanguage, rum",
        "prs_PrimaryLanguage, bin",
        "prs_PrimaryLanguage, Tigrinya",
        "prs_IdentityNumber, 111222333",
        "prs_IdentityNumber, RO 1850101221144",
        "Mailing Zip/Postal Code, 1234 ab",
        "Consent, Ja"
    })
    void what_people_write_is_understood(String heading, String value) {
        then(SheetFixture.codes(checked(SheetFixture.oneCell(heading, value)))).isEmpty();
    }

    @Test
    void a_number_is_no_date_and_no_telephone_number() {
        then(SheetFixture.codes(checked(SheetFixture.oneCell("Birthdate", 39585))))
                .containsExactly("date-number");
        then(SheetFixture.codes(checked(SheetFixture.oneCell("Mobile Phone", 612345678))))
                .containsExactly("phone-number");
        then(SheetFixture.codes(checked(SheetFixture.oneCell("Birthdate", 2008))))
                .isEmpty();
    }

    @Test
    void a_suggestion_names_the_nearest_value() {
        // when
        var check = checked(SheetFixture.oneCell("Type of Exploitation", "Forced labour; Forced beging"));
        // then
        then(check.problems().get(0).arguments()).containsExactly("Forced beging", "Forced begging");
    }

    @Test
    void a_problem_never_holds_what_stands_in_a_personal_column() {
        var wrong = Map.of(
                "Birthdate", "31-31-1991",
                "Mobile Phone", "19 91",
                "Email", "31-31-1991",
                "prs_IdentityNumber", "31-31-1991",
                "Number of Children", "1991-1");
        wrong.forEach((heading, value) -> {
            var check = checked(SheetFixture.oneCell(heading, value));
            then(check.problems())
                    .isNotEmpty()
                    .allSatisfy(problem ->
                            then(problem.arguments() + problem.toString()).doesNotContain("1991"));
        });
    }

    @Test
    void a_category_that_is_not_for_the_function_is_said_once_per_column() {
        // given
        var file = SheetFixture.withHeadings("First Name", "Second Name", "Role in Process", "vic_Vulnerabilities")
                .row("Mila", "Jansen", "Exploiter", "Poverty; Mental health")
                .row("Joy", "Edo", "Smuggler", "Poverty")
                .bytes();
        // when
        var check = checked(file);
        // then
        then(check.problems())
                .containsExactlyInAnyOrder(
                        ImportProblem.ofColumn(
                                "C", Optional.of("Role in Process"), "category-closed", DataCategory.THIRD_PARTY, 2),
                        ImportProblem.ofColumn(
                                "D", Optional.of("Vulnerabilities"), "category-closed", DataCategory.HEALTH, 1));
    }

    @Test
    void what_only_follows_from_a_column_may_be_left_out_for_a_function_that_has_no_such_category() {
        // given
        var file = SheetFixture.oneCell("Methods of Control", "Debt bondage");
        // when
        var check = checked(world.youthWorker, file);
        // then
        then(check.faultless()).isTrue();
    }

    @Test
    void visible_headings_win_from_the_hidden_names_above_them() {
        // given
        var file = SheetFixture.withHeadings("prs_FirstName", "prs_MailingCity", "prs_MailingCountry")
                .row("First Name", "Mailing Street", "Mailing City")
                .row("Mila", "Kerkstraat 1", "Utrecht")
                .bytes();
        // when
        var check = checked(file);
        // then
        then(check.columns())
                .extracting(use -> use.heading().orElse(""), ColumnUse::contradicted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("First Name", false),
                        org.assertj.core.groups.Tuple.tuple("Mailing Street", true),
                        org.assertj.core.groups.Tuple.tuple("Mailing City", true));
        then(content(imported(file).cases().get(0).name().id(), DataCategory.CONTACT))
                .containsEntry("street", "Kerkstraat 1")
                .containsEntry("municipality", "GM0344");
    }

    @Test
    void an_address_abroad_goes_into_a_note() {
        // given
        var file = SheetFixture.withHeadings("First Name", "Mailing City", "Mailing Zip/Postal Code", "Mailing Country")
                .row("Mila", "Bergen", "5003", "Norway")
                .bytes();
        // when
        var contact = content(imported(file).cases().get(0).name().id(), DataCategory.CONTACT);
        // then
        then(contact)
                .containsOnlyKeys(ItemContent.NOTE_DATE, ItemContent.NOTE_TEXT)
                .containsEntry(
                        ItemContent.NOTE_TEXT,
                        "Mailing City: Bergen\nMailing Zip/Postal Code: 5003\nMailing Country: NO");
    }

    @Test
    void a_citizen_service_number_lies_in_its_own_category() {
        // when
        var file = imported(SheetFixture.oneCell("prs_IdentityNumber", 111222333))
                .cases()
                .get(0)
                .name()
                .id();
        // then
        then(world.ask("select count(*) from item where category = 'BSN' and case_id = '%s'".formatted(file.value())))
                .isEqualTo("1");
        then(content(file, DataCategory.IDENTITY).values()).noneMatch(value -> value.contains("111222333"));
    }

    @Test
    void the_sheets_own_record_number_goes_into_the_note() {
        // given
        var file = SheetFixture.withHeadings("", "First Name", "Second Name")
                .row(1, "Mila", "Jansen")
                .row(2)
                .row(3)
                .bytes();
        // when
        var check = checked(file);
        var done = imported(file);
        // then
        then(check.rows()).isEqualTo(1);
        then(content(done.cases().get(0).name().id(), DataCategory.SIGNAL))
                .containsEntry("noteText", "HTCDS 2.0, row 2, record 1");
    }

    @Test
    void headings_that_stand_twice_or_nowhere_are_told() {
        var twice = SheetFixture.withHeadings("First Name", "Second Name", "Email", "prs_Email")
                .row("Mila", "Jansen", "a@b.example", "c@d.example")
                .bytes();
        var missing = SheetFixture.withHeadings("First Name", "Second Name")
                .row("Mila", "Jansen", "what is this")
                .bytes();
        var nowhere = SheetFixture.withHeadings("Naam", "Woonplaats")
                .row("Mila", "Utrecht")
                .bytes();
        then(SheetFixture.codes(checked(twice))).containsExactly("heading-twice");
        then(SheetFixture.codes(checked(missing))).containsExactly("heading-missing");
        then(SheetFixture.codes(checked(nowhere))).containsExactly("headings-missing");
    }

    @Test
    void an_empty_sheet_and_two_sheets_are_told() {
        then(SheetFixture.codes(checked(
                        SheetFixture.withHeadings("First Name", "Second Name").bytes())))
                .containsExactly("nothing-filled");
        then(SheetFixture.codes(checked(twoPeople().otherSheet("more").bytes())))
                .containsExactly("sheets-several");
    }

    @Test
    void a_function_that_may_not_import_is_refused_and_that_is_on_record() {
        // given
        var before = refusals();
        // when
        thenThrownBy(() -> checked(world.officer, twoPeople().bytes())).isInstanceOf(AccessDenied.class);
        // then
        then(refusals()).isEqualTo(before + 1);
        then(world.as(world.officer, () -> world.imports.purposes())).isEmpty();
        then(world.as(world.coordinator, () -> world.imports.purposes()))
                .containsExactlyInAnyOrder(Purpose.SIGNAL_ASSESSMENT, Purpose.SUPPORT);
    }

    private static int refusals() {
        return Integer.parseInt(
                world.ask("select count(*) from ledger_entry where action = 'IMPORT' and outcome = 'REFUSED'"));
    }

    @Test
    void only_a_safety_house_imports_under_the_wgs() {
        then(world.as(world.coordinator, () -> world.imports.frameworks(Purpose.SUPPORT)))
                .containsExactlyInAnyOrder(Framework.ENKEL, Framework.BILATERAAL, Framework.CONVENANT);
        thenThrownBy(() -> world.as(
                        world.coordinator,
                        () -> world.imports.run(
                                twoPeople().bytes(),
                                new Cooperation(
                                        Framework.WGS_ZVH,
                                        "Protocol",
                                        Optional.of(world.clock.instant().plus(Duration.ofDays(9)))),
                                Purpose.SUPPORT)))
                .isInstanceOf(NotPossible.class);
    }

    @Test
    void many_rows_are_imported_in_one_go_and_one_more_than_allowed_is_told() {
        // given
        var sheet = SheetFixture.withHeadings("First Name", "Second Name", "Gender", "Type of Exploitation");
        for (int i = 1; i <= HtcdsImportService.MOST_CASES; i++) {
            sheet.row("Voornaam " + i, "Achternaam", "Feminine", "Forced labour");
        }
        var full = sheet.bytes();
        var over = sheet.row("One", "More").bytes();
        long before = cases();
        // when
        var done = imported(full);
        // then
        then(done.cases()).hasSize(HtcdsImportService.MOST_CASES);
        then(cases()).isEqualTo(before + HtcdsImportService.MOST_CASES);
        then(SheetFixture.codes(checked(over))).containsExactly("rows-too-many");
    }

    @Test
    void items_are_what_a_person_would_have_typed() {
        // when
        var file =
                imported(twoPeople().row("Gijs").bytes()).cases().get(0).name().id();
        // then
        var items = world.as(
                        world.coordinator, () -> world.caseFiles.open(file, DataCategory.IDENTITY, Purpose.SUPPORT))
                .items();
        then(items).allSatisfy(item -> {
            then(item.own()).isTrue();
            then(item.kind()).isEqualTo(ItemKind.FIELDS);
            then(item.version()).isEqualTo(1);
        });
    }
}
