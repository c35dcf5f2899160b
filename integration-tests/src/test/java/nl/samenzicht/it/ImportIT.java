package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A coordinator imports a filled sheet of the field's standard: first with mistakes, then without. */
class ImportIT {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADINGS = List.of(
            "Case Owner",
            "First Name",
            "Second Name",
            "Birthdate",
            "Gender",
            "Citizenship",
            "Mobile Phone",
            "Mailing City",
            "Type of Exploitation",
            "Methods of Control");

    static List<Person.Setting> settings() {
        var desk = Person.Setting.DESK;
        var phone = Person.Setting.PHONE;
        return List.of(desk, desk.in("en-GB"), desk.inDark(), phone, phone.in("en-GB"), phone.inDark());
    }

    private static FilePayload file(List<List<String>> rows) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet();
            for (int i = 0; i <= rows.size(); i++) {
                var cells = i == 0 ? HEADINGS : rows.get(i - 1);
                var row = sheet.createRow(i);
                for (int j = 0; j < cells.size(); j++) {
                    if (!cells.get(j).isEmpty()) {
                        row.createCell(j).setCellValue(cells.get(j));
                    }
                }
            }
            workbook.write(out);
            return new FilePayload("namen.xlsx", TYPE, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> person(String name) {
        return List.of(
                "A. Visser",
                name,
                "Ionescu",
                "2004-05-17",
                "Feminine",
                "Romania",
                "+31 6 12345678",
                "Utrecht",
                "Forced labour",
                "Physical threats; Debt bondage");
    }

    private static void choose(Person who, FilePayload file) {
        who.find("vaadin-upload input[type=file]").setInputFiles(file);
        who.find("#import-result").waitFor();
        who.settle();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void mistakes_are_told_then_the_file_is_imported(Person.Setting setting) {
        try (var noor = Person.at(setting)) {
            // given
            var unique = "Mila" + UUID.randomUUID().toString().substring(0, 8);
            noor.signIn("noor@waterdam.example").open("import");
            Screenshots.take(noor, "import", setting);
            Accessibility.check(noor);
            // when: a file with mistakes
            choose(
                    noor,
                    file(List.of(
                            person(unique),
                            List.of(
                                    "",
                                    "Joy",
                                    "Edo",
                                    "03/04/2008",
                                    "Femenine",
                                    "Nigerria",
                                    "12",
                                    "",
                                    "Forced beging",
                                    ""))));
            // then
            then(noor.find(".import-problems tbody tr").count()).isEqualTo(5);
            then(noor.find("#import-run").count()).isZero();
            Screenshots.take(noor, "import-problems", setting);
            Accessibility.check(noor);
            var download = noor.page()
                    .waitForDownload(() -> noor.find(".import-download").click());
            var csv = text(download.path());
            then(csv.lines().count()).isEqualTo(6);
            then(csv).contains("Forced begging").doesNotContain(unique);
            // when: the file without mistakes
            choose(noor, file(List.of(person(unique), person(unique + "2"))));
            Screenshots.take(noor, "import-ready", setting);
            Accessibility.check(noor);
            noor.find("#import-run").click();
            noor.find(".import-done").waitFor();
            noor.settle();
            // then
            then(noor.find(".import-case").count()).isEqualTo(2);
            Screenshots.take(noor, "import-done", setting);
            Accessibility.check(noor);
            noor.find(".import-case").first().click();
            noor.page().waitForURL(Pattern.compile(".*/cases/[0-9a-f-]{36}\\?purpose=D2.*"));
            noor.settle();
            then(noor.page().url() + noor.page().title()).doesNotContain(unique);
            noor.page().navigate(noor.page().url() + "&open=ID");
            noor.settle();
            noor.page().getByText(unique).first().waitFor();
            then(noor.complaints()).isEmpty();
        }
    }

    @Test
    void nothing_of_a_file_is_left_behind() throws IOException {
        try (var noor = Person.at(Person.Setting.DESK)) {
            // given
            var unique = "Kanarie" + UUID.randomUUID().toString().substring(0, 8);
            noor.signIn("noor@waterdam.example").open("import");
            // when
            choose(noor, file(List.of(person(unique))));
            noor.find("#import-run").click();
            noor.find(".import-done").waitFor();
            // then
            then(filesWith(unique)).isEmpty();
            then(noor.page().content()).doesNotContain(unique);
        }
    }

    /** The files of the product that hold a word as it is: its data, its logs, its temporary folder. */
    private static List<String> filesWith(String word) throws IOException {
        try (var files = Files.walk(RunningProduct.shared().home())) {
            return files.filter(Files::isRegularFile)
                    .filter(Files::isReadable)
                    .filter(path -> path.toFile().length() < 200L * 1024 * 1024)
                    .filter(path -> {
                        try {
                            return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains(word);
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .map(path -> path.toString())
                    .toList();
        }
    }

    @Test
    void somebody_whose_function_cannot_import_is_told_so() {
        try (var fatima = Person.at(Person.Setting.DESK)) {
            // when
            fatima.signIn("fatima@waterdam.example").open("import");
            // then
            then(fatima.find("vaadin-upload").count()).isZero();
            then(fatima.find(".empty-state").innerText()).contains("zorgcoördinator");
            then(fatima.page().locator("vaadin-side-nav-item[path='import']").count())
                    .isZero();
        }
    }

    private static String text(java.nio.file.Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_of_another_kind_is_refused_before_it_is_sent() {
        try (var noor = Person.at(Person.Setting.DESK)) {
            // given
            noor.signIn("noor@waterdam.example").open("import");
            // when
            noor.find("vaadin-upload input[type=file]")
                    .setInputFiles(new FilePayload("lijst.csv", "text/csv", "a;b".getBytes(StandardCharsets.UTF_8)));
            // then
            noor.page().waitForSelector(".form-message-shown", new Page.WaitForSelectorOptions().setTimeout(5_000));
            then(noor.find(".form-message-shown").innerText()).contains(".xlsx");
        }
    }
}
