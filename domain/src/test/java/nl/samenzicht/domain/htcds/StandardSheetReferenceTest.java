package nl.samenzicht.domain.htcds;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Fills the standard's own sheet as somebody would in a spreadsheet, below the headings that are visible there, and
 * imports it. The sheet (HTCDS 2.0 by IOM, CC BY 4.0) is not part of this repository.
 */
@Tag("reference")
class StandardSheetReferenceTest {

    private static final Path STANDARD =
            Path.of(System.getProperty("samenzicht.shared", "../../shared")).resolve("data/htcds");
    private static final int VISIBLE_HEADINGS = 1;
    private static final int FIRST_ROW = 2;

    /** The 38 columns of the sheet, by the heading that people see. */
    private static final Map<String, Object> PERSON = Map.ofEntries(
            Map.entry("Case Owner", "A. Visser"),
            Map.entry("Salutation", "Ms"),
            Map.entry("First Name", "Mila"),
            Map.entry("Second Name", "Ionescu"),
            Map.entry("Consent", true),
            Map.entry("Birthdate", LocalDate.of(2004, 5, 17)),
            Map.entry("Gender", "Feminine"),
            Map.entry("Citizenship", "RO"),
            Map.entry("Title", "Cleaner"),
            Map.entry("Email", "mila@example.org"),
            Map.entry("Home Phone", "+31201234567"),
            Map.entry("Mobile Phone", "+31612345678"),
            Map.entry("Mailing Street", "Kerkstraat 12"),
            Map.entry("Mailing City", "Utrecht"),
            Map.entry("Mailing State/Province", "Utrecht"),
            Map.entry("Mailing Zip/Postal Code", "3511 AB"),
            Map.entry("Mailing Country", "NL"),
            Map.entry("Trafficking Status", "Possible victim of trafficking"),
            Map.entry("Trafficking Status Decision Making Organization", "NGO"),
            Map.entry("Method of Recruitment", "ThroughOnlineSocialNetworks"),
            Map.entry("Location of Recruitment", "Bacău"),
            Map.entry("Methods of Control", "Physical threats; Debt bondage; Withholds documents"),
            Map.entry("Type of Exploitation", "Forced labour"),
            Map.entry("Forced Labour Industry", "N_AdministrativeAndSupportServiceActivities"),
            Map.entry("Type of Sex Exploitation", ""),
            Map.entry("Location of Exploitation", "Hotel in Utrecht"),
            Map.entry("Status", "Active"),
            Map.entry("Referring Organisation", "Opvang Het Baken"),
            Map.entry("Incoming Referral Date", LocalDate.of(2026, 10, 1)),
            Map.entry("Referring Primary Case Worker", "J. de Wit"),
            Map.entry("Reason for Incoming Referral", "Additional Services Required"),
            Map.entry("Incoming Referral Details", "Needs legal help.\nSpeaks Romanian."),
            Map.entry("Referred Organisation", ""),
            Map.entry("Referred Primary Case Worker", ""),
            Map.entry("Reason for Outgoing Referral", ""),
            Map.entry("Outgoing Referral Date", ""),
            Map.entry("Outgoing Referral Details", ""),
            Map.entry("Reason for Case Closure", ""));

    private static XSSFWorkbook standardSheet() throws IOException {
        return new XSSFWorkbook(Files.newInputStream(STANDARD.resolve("HTCDS_Excel_Spreadsheet_v2.0.xlsx")));
    }

    private static byte[] filled(int rows) throws IOException {
        try (var workbook = standardSheet();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.getSheetAt(0);
            var day = workbook.createCellStyle();
            day.setDataFormat((short) 14);
            var headings = sheet.getRow(VISIBLE_HEADINGS);
            var used = new TreeSet<String>();
            for (int i = 0; i < rows; i++) {
                var row = sheet.getRow(FIRST_ROW + i);
                for (var heading : headings) {
                    var value = PERSON.get(heading.getStringCellValue());
                    then(value).as("column '%s'", heading.getStringCellValue()).isNotNull();
                    used.add(heading.getStringCellValue());
                    var cell = row.getCell(heading.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                    if (value instanceof LocalDate date) {
                        cell.setCellValue(date);
                        cell.setCellStyle(day);
                    } else if (value instanceof Boolean bool) {
                        cell.setCellValue(bool);
                    } else if (!value.toString().isEmpty()) {
                        cell.setCellValue(value.toString());
                    }
                }
            }
            then(used).isEqualTo(PERSON.keySet());
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void the_standards_own_sheet_filled_becomes_case_files() throws IOException {
        // given
        var world = new CaseworkWorld();
        var file = filled(3);
        // when
        var check = world.as(world.coordinator, () -> world.imports.check(file, Framework.ENKEL, Purpose.SUPPORT));
        var done = world.as(world.coordinator, () -> world.imports.run(file, Cooperation.single(), Purpose.SUPPORT));
        // then
        then(check.problems()).isEmpty();
        then(check.rows()).isEqualTo(3);
        then(check.columns().stream()
                        .filter(ColumnUse::contradicted)
                        .map(use -> use.heading().orElseThrow()))
                .containsExactlyInAnyOrder(
                        "Mailing Street", "Mailing City", "Mailing Zip/Postal Code", "Mailing Country");
        then(done.cases()).hasSize(3);
        var third = done.cases().get(2).name().id();
        then(content(world, third, DataCategory.IDENTITY))
                .containsEntry("givenNames", "Mila")
                .containsEntry("familyName", "Ionescu")
                .containsEntry("birthDate", "2004-05-17")
                .containsEntry("gender", "FEMALE")
                .containsEntry("nationality", "RO");
        then(content(world, third, DataCategory.CONTACT))
                .containsEntry("street", "Kerkstraat 12")
                .containsEntry("municipality", "GM0344")
                .containsEntry("postcode", "3511AB")
                .containsEntry("phone", "+31612345678")
                .containsEntry("email", "mila@example.org");
        then(content(world, third, DataCategory.SIGNAL))
                .containsEntry("exploitation", "LABOUR")
                .containsEntry("firstContact", "ONLINE")
                .containsEntry("placeOfExploitation", "Hotel in Utrecht")
                .containsEntry("source", "Opvang Het Baken");
        then(content(world, third, DataCategory.SIGNAL).get("noteText")).startsWith("HTCDS 2.0, row 5, record 3");
        everythingIsKept(world, third);
    }

    /** Whatever was filled in stands somewhere, in a field or in a note. */
    private static void everythingIsKept(CaseworkWorld world, CaseFileId file) {
        var kept =
                Set.of(DataCategory.IDENTITY, DataCategory.CONTACT, DataCategory.SIGNAL, DataCategory.SITUATION)
                        .stream()
                        .map(category -> content(world, file, category).values().toString())
                        .collect(Collectors.joining("\n"));
        for (var words : Set.of(
                "A. Visser",
                "Ms",
                "Consent: Yes",
                "Cleaner",
                "+31201234567",
                "Mailing State/Province: Utrecht",
                "Mailing Country: NL",
                "Possible victim of trafficking",
                "NGO",
                "Through online social networks",
                "Bacău",
                "Withholds documents",
                "Administrative and support service activities",
                "Status: Active",
                "2026-10-01",
                "J. de Wit",
                "Additional Services Required",
                "Speaks Romanian.")) {
            then(kept).containsIgnoringCase(words);
        }
    }

    private static Map<String, String> content(CaseworkWorld world, CaseFileId file, DataCategory category) {
        return world.as(world.coordinator, () -> world.caseFiles.open(file, category, Purpose.SUPPORT)).items().stream()
                .flatMap(item -> item.content().values().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one + "\n" + other));
    }

    @Test
    void every_column_of_the_published_sheet_is_known() throws IOException {
        try (var workbook = standardSheet()) {
            int seen = 0;
            for (var heading : workbook.getSheetAt(0).getRow(VISIBLE_HEADINGS)) {
                then(Standard.two().withLabel(heading.getStringCellValue()))
                        .as(heading.getStringCellValue())
                        .isPresent();
                seen++;
            }
            then(seen).isEqualTo(38);
        }
    }

    @Test
    void every_field_and_value_of_the_published_list_is_known() throws IOException {
        // given
        var list = Files.readString(STANDARD.resolve("fields_2.0_Field_Standards.csv"));
        // when
        var names = Pattern.compile("\\b(?:org|prs|vic|per|cas|cco|hte|spl|con)_[A-Z]\\w+")
                .matcher(list)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
        // then
        then(names).hasSizeGreaterThan(80);
        then(names).allSatisfy(name -> then(Standard.two().withName(name)).isPresent());
        for (var column : Standard.two().columns()) {
            for (var value : column.values()) {
                if (!value.name().isEmpty()) {
                    then(list).as(column.name()).contains(value.name()).contains(value.label());
                }
            }
        }
        then(Standard.two().columns().stream()
                        .filter(column -> column.name().equals("vic_MethodsOfControl"))
                        .findFirst()
                        .map(column -> column.values().size()))
                .isEqualTo(Optional.of(16));
    }
}
